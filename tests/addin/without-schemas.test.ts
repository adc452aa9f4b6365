import { expect, it } from 'vitest'
import { withoutSchemas } from '../../addin/without-schemas.ts'

const described = `
export const Page = Type.Object({
  name: Type.String(),
})
export const kinds = ['call', 'note']
export const readPage = route({
  method: 'GET',
  url: '/api/pages/:pageId',
  schema: { summary: 'A page', response: { 200: Page } },
  answerMs: 90_000,
})
`

it('sends to browsers what is called and how, and nothing of what is in it, on the same lines', () => {
  const { transform } = withoutSchemas()
  if (typeof transform !== 'object' || typeof transform.handler !== 'function') throw new Error('nothing is changed')

  const sent = transform.handler.call({} as never, described, '/shared/page.ts') as { code: string }

  expect(sent.code.split('\n').map(line => line.trim())).toEqual([
    '',
    'export const Page = { properties: {} }',
    '',
    '',
    "export const kinds = ['call', 'note']",
    'export const readPage = route({',
    "method: 'GET',",
    "url: '/api/pages/:pageId',",
    'schema: 0,',
    'answerMs: 90_000,',
    '})',
    '',
  ])
})
