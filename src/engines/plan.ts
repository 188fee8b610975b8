/** Which way do we take to the engines, and why? URLs, then local engines, then Docker; else what to install. */
import { type Found, JAVA_VERSION } from './find.js'

type Way = 'urls' | 'local' | 'docker' | 'none'
export type Plan = { way: Way; why: string }

export type EngineName = 'elasticsearch' | 'redis'
export const TITLES = { elasticsearch: 'Elasticsearch', redis: 'Redis' }

/** What has to be started, because no URL names it. */
export type Needs = Record<EngineName, boolean>

export function namesOf(needs: Needs): EngineName[] {
  return (['elasticsearch', 'redis'] as const).filter((name) => needs[name])
}

export const THREE_WAYS =
  `set ELASTICSEARCH_URL and REDIS_URL; or install a JDK ${JAVA_VERSION} or newer and Maven ` +
  '(for example "apt install openjdk-21-jdk-headless maven", "brew install openjdk maven"); or start a Docker engine.'

export function plan(found: Found, needs: Needs): Plan {
  if (!needs.elasticsearch && !needs.redis) return { way: 'urls', why: 'both URLs are set' }
  if (canRunLocally(found, needs)) return { way: 'local', why: localReason(found, needs) }
  if (found.docker?.engine) return { way: 'docker', why: `${missing(found)}, but a Docker engine answers` }
  return { way: 'none', why: `${missing(found)}, and ${dockerReason(found)}` }
}

/** Redis alone needs no Java where it is installed. */
function canRunLocally(found: Found, needs: Needs): boolean {
  const mavenWorks = found.java !== undefined && found.maven !== undefined
  return mavenWorks || (!needs.elasticsearch && found.redis !== undefined)
}

function localReason({ java, redis }: Found, needs: Needs): string {
  const elasticsearch =
    java && needs.elasticsearch && `Java ${java.version} and Maven can assemble Elasticsearch`
  const server = needs.redis && (redis ? `${redis} is installed` : 'Maven brings a Redis')
  return [elasticsearch, server].filter(Boolean).join(', ')
}

function missing({ java, maven, unusable }: Found): string {
  const seen = unusable.map(({ home, problem }) => `${home}: ${problem}`).join('; ')
  const noJava = `there is no JDK ${JAVA_VERSION} or newer${seen && ` (${seen})`}`
  return [!java && noJava, !maven && 'there is no Maven'].filter(Boolean).join(', ')
}

function dockerReason({ docker }: Found): string {
  return docker ? `the Docker engine does not answer (${docker.problem})` : 'there is no Docker'
}
