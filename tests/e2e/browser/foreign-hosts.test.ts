import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../../../addin/thunderbird/build.ts'
import { buildPages, pagesFolder } from '../../../server/cli/build-pages.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lupa-foreign-hosts-'))
const built: { name: string; text: string }[] = []

beforeAll(async () => {
  await buildPages()
  // Else libraries bring what they have for developers.
  process.env.NODE_ENV = 'production'
  const extension = (await buildExtension({ outFile: path.join(folder, 'lupa.xpi') })).replace(/\.xpi$/, '')
  built.push(...textsIn('web', pagesFolder), ...textsIn('lupa', extension))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Every host that is named in what is built, by what it is there for; whatever is new is to be thought about. */
const named: Record<string, RegExp> = {
  'names of XML languages, which nobody calls': /^(www\.w3\.org|www\.xfa\.org|ns\.adobe\.com)$/,
  'notes and examples in the words of libraries': /^(github\.com|www\.apache\.org|aka\.ms|example\.com|foo\.bar|a|x)$/,
  'examples in our words': /^lupa\.(twojafirma\.pl|yourcompany\.com|firma\.pl|company\.com)$/,
  'this machine, and a base by which addresses are read that is nowhere': /^(localhost|127\.0\.0\.1|server\.invalid)$/,
  'the page that Thunderbird gives its add-ins, where a sign-in comes back': /^[0-9a-f]{40}\.extensions\.allizom\.org$/,
  'the library that Outlook wants from Microsoft, on the pages for Outlook': /^appsforoffice\.microsoft\.com$/,
  'signing in with Microsoft, where a company has set that up':
    /^login\.(microsoftonline\.(com|us|de)|chinacloudapi\.cn)$/,
  'where the same library looks for its cloud; only ever on a machine in Azure': /^169\.254\.169\.254$/,
}

/** What loads by itself: a tag, a style, a module. Here an address without its scheme counts, too. */
const loading = /(?:\bsrc|\bhref|\burl|\bimport|\bfrom)\s*[=(]?\s*["'(]?\s*((?:https?:)?\/\/[a-z0-9-]+\.[a-z0-9.-]+)/gi

function textsIn(what: string, place: string) {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(m?js|html|css|json)$/.test(name))
    .map(name => ({ name: `${what}/${name}`, text: readFileSync(path.join(place, name), 'utf8') }))
}

it('names no host in what is built but those written down here', () => {
  const hosts = built.flatMap(({ text }) => [...text.matchAll(/\b(?:https?|wss?):\/\/(\w[\w-]*(?:\.\w[\w-]*)*)/gi)])
  const strange = hosts
    .map(([, host = '']) => host.toLowerCase())
    .filter(host => !Object.values(named).some(known => known.test(host)))

  expect(built.length).toBeGreaterThan(100)
  expect(strange).toEqual([])
})

it('loads nothing from elsewhere, but Outlook’s library on the pages for Outlook', () => {
  const loads = built.flatMap(({ name, text }) =>
    [...text.matchAll(loading)].map(([, from = '']) => `${name.replace(/-[\w-]{8}\./, '.')}: ${from}`),
  )

  expect([...new Set(loads)].toSorted()).toEqual(
    ['outlook', 'outlook-events', 'outlook-sign-in']
      .map(page => `web/${page}.html: https://appsforoffice.microsoft.com`)
      .toSorted(),
  )
})
