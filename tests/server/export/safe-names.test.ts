// biome-ignore-all lint/suspicious/noControlCharactersInRegex: no name may hold one

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attached } from '../../../server/export/attached.ts'
import { csvCell, csvLine } from '../../../server/export/csv.ts'
import { safeName, uniqueNames } from '../../../server/export/safe-names.ts'

it.each([
  ['../../etc/passwd', '', 'etc passwd'],
  ['..\\..\\windows\\win.ini', '', 'windows win.ini'],
  ['C:\\a\\b.pdf', '', 'C a b.pdf'],
  ['umowa: "ramowa" <v2>?.pdf', '', 'umowa ramowa v2.pdf'],
  ['CON', '.eml', '_CON.eml'],
  ['aux.txt', '', '_aux.txt'],
  ['com1', '', '_com1'],
  ['', '.eml', 'lupa.eml'],
  ['...', '.eml', 'lupa.eml'],
  [' kropka. ', '', 'kropka'],
  ['faktura\u202efdp.exe', '', 'faktura fdp.exe'],
  ['a\0b\r\nc', '.eml', 'ab c.eml'],
  ['Re: mail.eml', '.eml', 'Re mail.eml'],
])('makes a safe name of %j', (name, ending, expected) => {
  expect(safeName(name, ending)).toBe(expected)
})

it('keeps the ending of long names, within what file systems take', () => {
  const name = safeName(`${'ż'.repeat(300)}.pdf`)

  expect(name).toMatch(/^ż+\.pdf$/)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
})

it('makes one step of a path of whatever there is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('', '.eml'), (text, ending) => {
      const name = safeName(text, ending)

      expect(name).not.toMatch(/[<>:"/\\|?*\0-\x1f]|^\.|[. ]$/)
      expect(name).not.toBe('')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      expect(name.isWellFormed()).toBe(true)
    }),
  )
})

it.each([
  ['umowa.pdf', 'umowa.pdf', 'umowa.pdf'],
  ['Łódź – żółć.pdf', 'Lodz _ zolc.pdf', '%C5%81%C3%B3d%C5%BA%20%E2%80%93%20%C5%BC%C3%B3%C5%82%C4%87.pdf'],
  [`a"; filename=b.exe`, 'a ; filename=b.exe', 'a%20%3B%20filename%3Db.exe'],
  [`it's (1)*%41.txt`, `it's (1) _41.txt`, 'it%27s%20%281%29%20%2541.txt'],
  ['a\r\nSet-Cookie: x=1', 'a Set-Cookie x=1', 'a%20Set-Cookie%20x%3D1'],
  ['faktura\u202efdp.exe', 'faktura fdp.exe', 'faktura%20fdp.exe'],
  ['😀.eml', '_.eml', '%F0%9F%98%80.eml'],
])('has %j saved and never shown', (name, plain, coded) => {
  expect(attached(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${coded}`)
})

it('names any download as a header may, whatever somebody called it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
      const [, plain, coded] =
        /^attachment; filename="([ !#-$&-[\]-~]+)"; filename\*=UTF-8''((?:[\w!#$&+.^`|~-]|%[0-9A-F]{2})+)$/.exec(
          attached(name, '.eml'),
        ) ?? []

      expect(plain).toMatch(/\.eml$/i)
      expect(decodeURIComponent(coded ?? '')).toBe(safeName(name, '.eml'))
    }),
  )
})

it('gives no name twice, not in large letters nor where the next one is taken', () => {
  const nameOf = uniqueNames()

  const given = ['a.pdf', 'A.pdf', 'a (2).pdf', 'a.PDF', 'b'].map(name => nameOf('f', name))

  expect(new Set(given.map(name => name.toLowerCase())).size).toBe(5)
  expect(given.slice(0, 2)).toEqual(['f/a.pdf', 'f/A (2).pdf'])
})

it.each(['=1+1', '+48', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u200b=1'])(
  'has no spreadsheet reckon %j',
  cell => {
    expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/)
  },
)

it('is read again as it was written, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 4 }), cells => {
      const line = csvLine(cells, 'pl')

      expect(read(line.slice(0, -2))).toEqual(cells.map(cell => unquoted(csvCell(cell))))
      for (const cell of read(line.slice(0, -2))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

function unquoted(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

/** A reader of one line as RFC 4180 has it. */
function read(line: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    const [whole, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^;]*))(?=;|$)/.exec(line.slice(at)) ?? ['']
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    at += whole.length + 1
  }
  return cells
}
