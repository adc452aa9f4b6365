import { join } from 'node:path'
import { type ESTree, type Plugin, parseSync } from 'vite'

/**
 * What every build for the browser leaves out: the library that describes the contract (see `api/no-schemas.ts`), and what
 * each route says of its fields, which is read by the server only and would else travel with every route.
 */
export function withoutSchemas(): Plugin {
  return {
    name: 'without-schemas',
    enforce: 'pre',
    config: () => ({ resolve: { alias: { typebox: join(import.meta.dirname, 'api/no-schemas.ts') } } }),
    transform: {
      filter: { id: /\/shared\/[\w-]+\.ts$/ },
      handler: (code, id) => ({ code: withoutRouteSchemas(code, id), map: null }),
    },
  }
}

/** Blanks stand in their place, so that every line stays where it was. */
function withoutRouteSchemas(code: string, id: string): string {
  return parseSync(id, code)
    .program.body.flatMap(schemasOf)
    .reduceRight((rest, { start, end }) => {
      const comma = /^\s*,/.exec(rest.slice(end))?.[0] ?? ''
      const gone = rest.slice(start, end + comma.length)
      return rest.slice(0, start) + gone.replaceAll(/\S/g, ' ') + rest.slice(start + gone.length)
    }, code)
}

/** The schemas of the routes that a statement declares. */
function schemasOf(statement: ESTree.Program['body'][number]): ESTree.Span[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ init }) => {
    if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'route') return []
    const [route] = init.arguments
    const parts = route?.type === 'ObjectExpression' ? route.properties : []
    return parts.filter(
      part => part.type === 'Property' && part.key.type === 'Identifier' && part.key.name === 'schema',
    )
  })
}
