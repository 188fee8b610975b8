/**
 * The only reader of the environment: every setting, its default and what it is for.
 * A wrong setting stops the program at the door with one sentence that names it.
 */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import Type, { type Static } from 'typebox'
import Value from 'typebox/value'
import { BayanError } from './errors.js'

export const ConfigSchema = Type.Object({
  ELASTICSEARCH_URL: Type.Optional(
    Type.String({ description: 'Elasticsearch to use; without it a local one is started.' }),
  ),
  REDIS_URL: Type.Optional(Type.String({ description: 'Redis to use; without it a local one is started.' })),
  BAYAN_PREFIX: Type.String({
    default: 'bayan',
    pattern: '^[a-z][a-z0-9-]{0,40}$',
    description: 'First part of the name of every index and queue.',
  }),
  BAYAN_HOME: Type.String({
    default: '.bayan',
    description: 'Folder of the content store and of the data of the local engines.',
  }),
  BAYAN_INBOX: Type.String({
    default: 'inbox',
    description: 'Folder that is watched: files that are put there are indexed.',
  }),
  BAYAN_HOST: Type.String({ default: '127.0.0.1', description: 'Address that the service listens on.' }),
  BAYAN_PORT: Type.Integer({
    default: 3000,
    minimum: 0,
    maximum: 65535,
    description: 'Port that the service listens on; a taken one is passed over.',
  }),
  BAYAN_ACCESS: Type.String({
    default: 'auto',
    pattern: '^(auto|keys|open)$',
    description: 'Who may ask: auto (keys are needed once one was made), keys, or open to everybody.',
  }),
  BAYAN_RATE_PER_MINUTE: Type.Integer({
    default: 1200,
    minimum: 1,
    description: 'Requests in a minute for each key, and for each address without one.',
  }),
  BAYAN_TRUST_PROXY: Type.Optional(
    Type.String({
      description: 'Proxies in front of the service, as addresses or networks with commas between.',
    }),
  ),
  BAYAN_METRICS_PORT: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 65535,
    description: 'Port where each process shows its figures at /metrics without a key; 0 for none.',
  }),
  BAYAN_CONCURRENCY: Type.Integer({
    default: 2,
    minimum: 1,
    maximum: 64,
    description: 'Files that one worker handles at the same time.',
  }),
  BAYAN_MAX_FILE_BYTES: Type.Integer({
    default: 64 * 1024 * 1024,
    minimum: 1,
    description: 'Largest file that is read, in bytes.',
  }),
  BAYAN_EXTRACT_SECONDS: Type.Number({
    default: 300,
    minimum: 0.1,
    description: 'Longest time that reading one file may take, in seconds.',
  }),
  BAYAN_EXTRACT_MEGABYTES: Type.Integer({
    default: 1024,
    minimum: 384,
    description: 'Most memory that the reading of one file may take, in megabytes.',
  }),
  BAYAN_OCR: Type.String({
    default: 'auto',
    pattern: '^(auto|off)$',
    description: 'Whether pages without legible text are read off their pictures: auto or off.',
  }),
  BAYAN_OCR_PAGES: Type.Integer({
    default: 100,
    minimum: 1,
    description: 'Most pages of one file that are read off their pictures.',
  }),
  BAYAN_OCR_SECONDS: Type.Number({
    default: 30,
    minimum: 0.1,
    description: 'Longest time that reading one page off its picture may take, in seconds.',
  }),
  BAYAN_LOG_LEVEL: Type.String({
    default: 'info',
    pattern: '^(fatal|error|warn|info|debug|trace|silent)$',
    description: 'Least severe line that is logged.',
  }),
})

/** How much may be read off pictures; `seconds` for all pages of a file, `path` as in PATH. */
type Recognition = { pages: number; secondsPerPage: number; seconds: number; path: string }

/** `auto`: keys are needed once one was made. */
export type AccessMode = 'auto' | 'keys' | 'open'

export type Config = {
  elasticsearchUrl: string | undefined
  redisUrl: string | undefined
  prefix: string
  /** Absolute path. */
  home: string
  /** Absolute path. */
  inbox: string
  host: string
  port: number
  access: AccessMode
  ratePerMinute: number
  /** 0 for none. */
  metricsPort: number
  /** Addresses and networks. */
  trustProxy: string[]
  concurrency: number
  maxFileBytes: number
  /** For one file. */
  extract: { seconds: number; megabytes: number; recognition?: Recognition }
  logLevel: string
  /** All of it, for the programs that we start. */
  environment: NodeJS.ProcessEnv
}

/** @throws BayanError SETTING_INVALID */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const settings = checked(environment)
  return Object.freeze({
    elasticsearchUrl: settings.ELASTICSEARCH_URL,
    redisUrl: settings.REDIS_URL,
    prefix: settings.BAYAN_PREFIX,
    home: resolve(settings.BAYAN_HOME),
    inbox: resolve(settings.BAYAN_INBOX),
    host: settings.BAYAN_HOST,
    port: settings.BAYAN_PORT,
    access: settings.BAYAN_ACCESS as AccessMode,
    ratePerMinute: settings.BAYAN_RATE_PER_MINUTE,
    metricsPort: settings.BAYAN_METRICS_PORT,
    trustProxy: readProxies(settings.BAYAN_TRUST_PROXY),
    concurrency: settings.BAYAN_CONCURRENCY,
    maxFileBytes: settings.BAYAN_MAX_FILE_BYTES,
    extract: {
      seconds: settings.BAYAN_EXTRACT_SECONDS,
      megabytes: settings.BAYAN_EXTRACT_MEGABYTES,
      ...(settings.BAYAN_OCR === 'auto' && { recognition: recognitionOf(settings, environment) }),
    },
    logLevel: settings.BAYAN_LOG_LEVEL,
    environment,
  })
}

/** All pages together may take most of the time that a file has, so that there is an answer before the limit. */
const RECOGNITION_SHARE = 0.8

function recognitionOf(settings: Static<typeof ConfigSchema>, environment: NodeJS.ProcessEnv): Recognition {
  return {
    pages: settings.BAYAN_OCR_PAGES,
    secondsPerPage: settings.BAYAN_OCR_SECONDS,
    seconds: RECOGNITION_SHARE * settings.BAYAN_EXTRACT_SECONDS - settings.BAYAN_OCR_SECONDS,
    path: environment.PATH ?? '',
  }
}

function checked(environment: NodeJS.ProcessEnv): Static<typeof ConfigSchema> {
  const named = Object.keys(ConfigSchema.properties)
    .filter((name) => environment[name]?.trim())
    .map((name) => [name, environment[name]?.trim()])
  const settings = Value.Convert(ConfigSchema, Value.Default(ConfigSchema, Object.fromEntries(named)))
  const [first] = Value.Errors(ConfigSchema, settings)
  if (first) {
    throw new BayanError('SETTING_INVALID', { name: first.instancePath.slice(1), reason: first.message })
  }
  return settings as Static<typeof ConfigSchema>
}

function readProxies(setting = ''): string[] {
  const proxies = setting.split(/[\s,]+/).filter(Boolean)
  const wrong = proxies.find((proxy) => isIP(proxy.split('/')[0] ?? '') === 0)
  if (wrong)
    throw new BayanError('SETTING_INVALID', { name: 'BAYAN_TRUST_PROXY', reason: `"${wrong}" is no address` })
  return proxies
}
