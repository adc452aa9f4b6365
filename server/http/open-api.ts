import swagger from '@fastify/swagger'
import type { App } from './app-type.ts'

/** Prints the contract as OpenAPI 3 at `/api/openapi.json`. */
export async function describeApi(app: App, version: string) {
  await app.register(swagger, {
    openapi: {
      info: { title: 'Lupa', version },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          ticket: {
            type: 'apiKey',
            in: 'query',
            name: 'ticket',
            description:
              'Of POST /api/downloads, put behind the address as its last parameter: once, within a minute, by GET.',
          },
        },
      },
    },
  })
  app.get('/api/openapi.json', { config: { open: true }, schema: { hide: true } }, async () => app.swagger())
}
