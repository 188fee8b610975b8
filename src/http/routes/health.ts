/** Is the service alive, and can it answer? For whatever watches over it. */
import type { App } from '../app.js'
import type { Ready } from '../ready.js'

/** Whatever watches over the service holds no key. */
const config = { scope: 'open' as const }

export function addHealth(app: App, ready: Ready): void {
  app.get('/health/live', { config }, () => ({ status: 'live' }))

  app.get('/health/ready', { config }, async (_, reply) => {
    const engines = await ready()
    const away = Object.values(engines).find((engine) => !engine.ok)
    if (!away) return { status: 'ready', engines }
    return reply.code(503).send({ error: { code: away.code, message: away.message }, engines })
  })
}
