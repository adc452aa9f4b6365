// biome-ignore-all lint/suspicious/noControlCharactersInRegex: no name may hold one

import fc from 'fast-check'
import { expect, it } from 'vitest'
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
