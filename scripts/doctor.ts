/** `bayan doctor`: what was found to run the engines with, which way is taken and why, and what to do if there is none. */
import type { Command } from 'commander'
import { type Config, readConfig } from '../src/config.js'
import { type Found, findTools } from '../src/engines/find.js'
import { checkElasticsearch, checkRedis, withoutPassword } from '../src/engines/health.js'
import { engineUser } from '../src/engines/place.js'
import { type Plan, plan, THREE_WAYS } from '../src/engines/plan.js'
import { findTesseract, type Tesseract } from '../src/extract/ocr/program.js'

type Address = { url: string; version?: string; problem?: string }
type Diagnosis = Plan & {
  works: boolean
  found: Found
  /** What reads letters off pictures of pages. */
  recognition: string
  urls: { elasticsearch?: Address; redis?: Address }
  advice?: string
}

/** Adds the command to the program. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Say what was found to run the engines with, which way is taken and why.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const diagnosis = await diagnose(readConfig())
      console.log(json ? JSON.stringify(diagnosis, null, 2) : lines(diagnosis).join('\n'))
      process.exitCode = diagnosis.works ? 0 : 1
    })
}

async function diagnose(config: Config): Promise<Diagnosis> {
  const [found, elasticsearch, redis, tesseract] = await Promise.all([
    engineUser().then((user) => findTools({ environment: config.environment, user })),
    ask(config.elasticsearchUrl, checkElasticsearch),
    ask(config.redisUrl, checkRedis),
    findTesseract(config.environment.PATH ?? ''),
  ])
  const chosen = plan(found, { elasticsearch: !elasticsearch, redis: !redis })
  const works = chosen.way !== 'none' && !elasticsearch?.problem && !redis?.problem
  const advice = chosen.way === 'none' ? THREE_WAYS : (elasticsearch?.problem ?? redis?.problem)
  const recognition = recognitionOf(config, tesseract)
  return { ...chosen, works, found, recognition, urls: { elasticsearch, redis }, ...(advice && { advice }) }
}

function recognitionOf({ extract }: Config, tesseract: Tesseract | undefined): string {
  if (!extract.recognition) return 'off (BAYAN_OCR)'
  if (!tesseract)
    return 'tesseract.js, a package (the program tesseract with Arabic is faster; none is installed)'
  return `${tesseract.program} ${tesseract.version} (${tesseract.languages.join(', ')})`
}

async function ask(
  url: string | undefined,
  check: (url: string) => Promise<string>,
): Promise<Address | undefined> {
  if (url === undefined) return undefined
  const shown = withoutPassword(url)
  return check(url).then(
    (version) => ({ url: shown, version }),
    (error: Error) => ({ url: shown, problem: error.message }),
  )
}

function lines({ found, recognition, urls, way, why, works, advice }: Diagnosis): string[] {
  const { java, maven, redis, docker } = found
  return [
    `ELASTICSEARCH_URL  ${address(urls.elasticsearch)}`,
    `REDIS_URL          ${address(urls.redis)}`,
    `Java               ${java ? `${java.version} at ${java.home}` : 'none that can be used'}`,
    ...found.unusable.map(
      ({ home, version, problem }) =>
        `                   passed over: ${version || 'broken'} at ${home}: ${problem}`,
    ),
    `Maven              ${maven ?? 'none'}`,
    `Redis              ${redis ?? 'none installed (Maven brings one)'}`,
    `Docker             ${docker ? (docker.engine ?? `no engine answers: ${docker.problem}`) : 'none'}`,
    `Scanned pages      ${recognition}`,
    '',
    `Way taken          ${way}: ${why}`,
    ...(advice ? [`What to do         ${advice}`] : []),
    works ? 'Everything is there.' : 'Bayan cannot start.',
  ]
}

function address(asked: Address | undefined): string {
  if (!asked) return 'not set'
  return `${asked.url} ${asked.problem ? 'does not answer' : `answers, version ${asked.version}`}`
}
