/** Is the service alive, can it answer, and how has it been doing? For whatever watches over it. */
import type { Metrics } from '../../metrics.js'
import type { App } from '../app.js'
import { judge, type Ready } from '../ready.js'

/** Whatever watches over the service holds no key. */
const open = { config: { scope: 'open' as const } }
const admin = { config: { scope: 'admin' as const } }

export function addHealth(app: App, ready: Ready, metrics: Metrics): void {
  app.get('/health/live', open, () => ({ status: 'live' }))

  app.get('/health/ready', open, async (_, reply) => {
    const parts = await ready()
    const { status, reasons } = judge(parts)
    if (status !== 'unavailable') return { status, reasons, parts }
    const { code, message } = reasons.find(({ part }) => !parts[part]?.ok) ?? {}
    return reply.code(503).send({ status, reasons, parts, error: { code, message } })
  })

  app.get('/metrics', admin, async (_, reply) => {
    const { type, text } = await metrics.read()
    return reply.type(type).send(text)
  })
}
