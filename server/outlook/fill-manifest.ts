import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Refusal } from '../refusal.ts'

const template = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8')

/** What stands in the template where the server's own facts belong. */
const blanks = {
  origin: 'https://lupa.invalid',
  id: '<Id>00000000-0000-4000-8000-000000000000</Id>',
  version: '<Version>0.0.0.0</Version>',
}

/** The manifest of the Outlook add-in as this installation hands it out. */
export function fillManifest(publicUrl: string | null, version: string): string {
  if (!publicUrl) throw new Refusal('no-public-url')
  return template
    .replace(blanks.id, `<Id>${idOf(publicUrl)}</Id>`)
    .replace(blanks.version, `<Version>${fourNumbers(version)}</Version>`)
    .replaceAll(blanks.origin, publicUrl)
}

/**
 * One id for one address, as a UUID of our own making (RFC 9562 §5.8): Outlook knows the add-in by it for ever, so it must
 * be the same after a restore and from each of several processes, and another one on a company's trial server.
 */
function idOf(origin: string): string {
  const hash = createHash('sha256').update(`Outlook add-in of ${origin}`).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/** Exchange compares versions of four numbers and refuses any other. */
function fourNumbers(version: string): string {
  const numbers = version.split(/[.+-]/).map(Number).filter(Number.isInteger)
  return [...numbers, 0, 0, 0, 0].slice(0, 4).join('.')
}
