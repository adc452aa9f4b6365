import swagger from '@fastify/swagger'
import { routes } from '../../shared/routes.ts'
import type { App } from './app-type.ts'
import { type Operation, refusalParts, tellRest } from './operation.ts'

/** Prints the contract as OpenAPI 3 at `/api/openapi.json`. */
export async function describeApi(app: App, version: string) {
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Lupa',
        version,
        description:
          'Lists are read page by page: `next` of an answer is the `cursor` of the next question, null at the end. Every refusal is a `Problem` with a stable `code`; its `detail` is a sentence in the language of `Accept-Language` (pl or en).',
      },
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
    transformObject: document => {
      if (!('openapiObject' in document)) throw new Error('the document is of OpenAPI 3')
      complete(document.openapiObject as Printed)
      return document.openapiObject
    },
  })
  // Printed once: it is the same as long as the server runs.
  let printed: unknown
  app.get('/api/openapi.json', { config: { open: true }, schema: { hide: true } }, async () => {
    printed ??= app.swagger()
    return printed
  })
}

interface Printed {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, unknown>
}

function complete({ paths, components }: Printed) {
  Object.assign(components, refusalParts())
  for (const route of routes) {
    const operation = paths[route.url.replace(/:([a-zA-Z]+)/g, '{$1}')]?.[route.method.toLowerCase()]
    if (operation) tellRest(operation, route)
  }
}
