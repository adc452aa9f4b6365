import { describe, expect, it } from 'vitest'
import { columns, count, type Judged, judge, type Outcome } from '../../truth/judge.ts'
import { tableOf } from '../../truth/print-table.ts'
import { belongs, forPerson, leaveOut, type PlaceName, type Truth } from '../../truth/truth.ts'

const filed = (...places: PlaceName[]): Outcome => ({ filed: places, state: 'filed', said: 'address: a@b.example' })
const not = (state: Outcome['state']): Outcome => ({ filed: [], state, said: '' })
const inCase = belongs('case', 'wątek', 'hotel/aneksy')
const inFile = belongs('contractor', 'nowy temat', 'hotel')

describe('judging one mail', () => {
  it.each<[string, Truth, Outcome, string[]]>([
    ['the true case', inCase, filed('hotel/aneksy'), ['right contractor', 'right case']],
    ['the true file without its case', inCase, filed('hotel'), ['right contractor']],
    [
      'another case of the true file',
      belongs('case', '', 'blatex/kwarc'),
      filed('blatex/pekniecie'),
      ['right contractor', 'wrong case'],
    ],
    ['a case where the truth has none', inFile, filed('hotel/aneksy'), ['right contractor', 'wrong case']],
    ['another file', inCase, filed('blatex'), ['wrong contractor']],
    ['a case of another file', inCase, filed('blatex/kwarc'), ['wrong contractor', 'wrong case']],
    [
      'the true place and a wrong one beside it',
      inCase,
      filed('hotel/aneksy', 'blatex'),
      ['wrong contractor', 'right case'],
    ],
    ['one of two true files', belongs('contractor', '', 'hotel', 'kurier'), filed('kurier'), ['right contractor']],
    ['any file where the truth is nowhere', forPerson('fałsz'), filed('hotel'), ['wrong contractor']],
    [
      'a true file that nobody wanted',
      leaveOut('newsletter', 'hotel'),
      filed('hotel'),
      ['right contractor', 'needless'],
    ],
    ['triage', inCase, not('triage'), ['triage']],
    ['left out as it should be', leaveOut('newsletter', 'hotel'), not('left-out'), ['left out']],
    ['left out though it belongs', inFile, not('left-out'), ['left out', 'hidden']],
    ['nowhere at all', inFile, not('lost'), ['lost']],
  ])('%s', (_name, truth, outcome, expected) => {
    expect(judge({ truth, outcome })).toEqual(new Set(expected))
  })
})

describe('the table of a tiny set', () => {
  const mails: Judged[] = [
    { key: 'dobry', theme: 'threads', truth: inCase, outcome: filed('hotel/aneksy') },
    { key: 'bez-sprawy', theme: 'threads', truth: inCase, outcome: filed('hotel') },
    { key: 'zly', theme: 'spoofs', truth: forPerson('fałsz'), outcome: filed('blatex') },
    { key: 'czeka', theme: 'platforms', truth: inFile, outcome: not('triage') },
    { key: 'ukryty', theme: 'platforms', truth: inFile, outcome: not('left-out') },
  ]

  it('counts every column', () => {
    expect(columns.map(column => count(mails)[column])).toEqual([2, 1, 1, 0, 1, 1, 0, 1, 0])
  })

  it('prints sums, shares and the wrong mails by name', () => {
    const lines = tableOf(mails)
    const cells = (name: string) =>
      lines
        .find(line => line.startsWith(name))
        ?.slice(28)
        .trim()
        .split(/\s+/)

    expect(cells('case derivable')).toEqual(['2', '2', '1', '0', '0', '0', '0', '0', '0', '0'])
    expect(cells('only contractor derivable')).toEqual(['2', '0', '0', '0', '0', '1', '1', '0', '1', '0'])
    expect(cells('platforms')).toEqual(['2', '0', '0', '0', '0', '1', '1', '0', '1', '0'])
    expect(cells('all')).toEqual(['5', '2', '1', '1', '0', '1', '1', '0', '1', '0'])
    expect(lines).toContain('right contractor, of all derivable mails: 2 of 4 (50.0 %)')
    expect(lines).toContain('right case, of mails with a derivable case: 1 of 2 (50.0 %)')
    expect(lines).toContain('  zly: blatex, truly nowhere; address: a@b.example')
    expect(lines).toContain('  ukryty: left-out, truly hotel; ')
  })
})
