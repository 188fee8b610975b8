import { describe, expect, test } from 'vitest'
import type { Found } from '../../src/engines/find.js'
import { plan } from '../../src/engines/plan.js'

const java = { home: '/jdk', version: 25 }
const maven = '/usr/bin/mvn'
const redis = '/usr/bin/redis-server'
const docker = { command: 'docker', engine: '28' }
const idleDocker = { command: 'docker', problem: 'no daemon' }
const both = { elasticsearch: true, redis: true }

describe('the way', () => {
  test.each<[string, Partial<Found>, { elasticsearch: boolean; redis: boolean }, string]>([
    ['both URLs', { java, maven, docker }, { elasticsearch: false, redis: false }, 'urls'],
    ['Java and Maven, before Docker', { java, maven, docker }, both, 'local'],
    ['Java without Maven', { java, docker }, both, 'docker'],
    ['Maven without Java', { maven, redis, docker }, both, 'docker'],
    ['a Docker engine alone', { docker }, both, 'docker'],
    ['a Docker without an engine', { docker: idleDocker, redis }, both, 'none'],
    ['nothing', {}, both, 'none'],
    ['only Redis is missing and it is installed', { redis }, { elasticsearch: false, redis: true }, 'local'],
    [
      'only Redis is missing and Maven brings it',
      { java, maven },
      { elasticsearch: false, redis: true },
      'local',
    ],
    ['only Elasticsearch is missing', { redis }, { elasticsearch: true, redis: false }, 'none'],
  ])('%s', (_, found, needs, way) => {
    expect(plan({ unusable: [], ...found }, needs).way).toBe(way)
  })
})

describe('the reason', () => {
  test('names what is missing, what is too old and what does not answer', () => {
    const unusable = [{ home: '/jdk17', version: 17, problem: 'Java 21 or newer is needed' }]
    const { why } = plan({ unusable, docker: idleDocker }, both)
    expect(why).toBe(
      'there is no JDK 21 or newer (/jdk17: Java 21 or newer is needed), there is no Maven, and the Docker engine does not answer (no daemon)',
    )
  })
})
