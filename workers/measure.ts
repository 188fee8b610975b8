/** How long does each stage of a job take? The same job, whose stages are told on when the next one begins. */
import type { Metrics } from '../src/metrics.js'
import type { Task } from '../src/queue/consume.js'

/** Runs `work` on the task and tells `metrics` of each stage that it went through. */
export async function measuring(
  task: Task,
  metrics: Pick<Metrics, 'stage'>,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  let open: { stage: string; begun: number } | undefined
  const close = () => {
    if (open) metrics.stage(open.stage, (performance.now() - open.begun) / 1000)
  }
  const at: Task['at'] = (stage) => {
    close()
    open = { stage, begun: performance.now() }
    task.at(stage)
  }
  await work({ ...task, at }).finally(close)
}
