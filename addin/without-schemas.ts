import { join } from 'node:path'
import { type ESTree, type Plugin, parseSync } from 'vite'

/**
 * What every build for the browser leaves out, since the server alone reads it: the library that describes the contract (see
 * `api/no-schemas.ts`), what is described with it, and what each route says of its fields. The routes themselves travel.
 */
export function withoutSchemas(): Plugin {
  return {
    name: 'without-schemas',
    enforce: 'pre',
    config: () => ({ resolve: { alias: { typebox: join(import.meta.dirname, 'api/no-schemas.ts') } } }),
    transform: {
      filter: { id: /\/shared\/[\w-]+\.ts$/ },
      handler: (code, id) => ({ code: withoutDescriptions(code, id), map: null }),
    },
  }
}

/** A part of a file, and what stands in its place. */
interface Gone extends Pick<ESTree.Span, 'start' | 'end'> {
  instead: string
}

/** Every line stays where it was. */
function withoutDescriptions(code: string, id: string): string {
  return parseSync(id, code)
    .program.body.flatMap(descriptionsOf)
    .reduceRight((rest, { start, end, instead }) => {
      const lines = rest.slice(start, end).replaceAll(/[^\n]/g, '')
      return rest.slice(0, start) + instead + lines + rest.slice(end)
    }, code)
}

/** The descriptions that a statement declares. As in `no-schemas.ts`, one may be made out of another's properties. */
function descriptionsOf(statement: ESTree.Program['body'][number]): Gone[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ init }) => {
    if (init?.type !== 'CallExpression') return []
    const { callee, start, end } = init
    if (callee.type === 'Identifier' && callee.name === 'route') return schemaOf(init)
    const isType =
      callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Type'
    return isType ? [{ start, end, instead: '{ properties: {} }' }] : []
  })
}

/** A value goes and its name stays, so that no comma is left alone. */
function schemaOf({ arguments: [route] }: ESTree.CallExpression): Gone[] {
  const parts = route?.type === 'ObjectExpression' ? route.properties : []
  return parts.flatMap(part =>
    part.type === 'Property' && part.key.type === 'Identifier' && part.key.name === 'schema'
      ? [{ start: part.value.start, end: part.value.end, instead: '0' }]
      : [],
  )
}
