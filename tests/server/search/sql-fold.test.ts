import { expect, it } from 'vitest'
import { fold } from '../../../server/search/fold.ts'
import { openTestHouse } from '../../support/house.ts'

const test = await openTestHouse()

/** Letters of the scripts in which names are written here: Latin with all its marks, Greek, Cyrillic. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
] as const
const letters = ranges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)),
)
const names = ['Żółkiewski', 'ŁĘCZYŃSKA-GÓRNA', 'Müller & Söhne', 'Z\u0307o\u0301łw', 'Dvořák', 'Straße', 'Ångström']

it('folds names in the database as words are folded outside of it', async () => {
  const all = [...names, ...letters.filter(letter => /\p{L}/u.test(letter))]

  const { rows } = await test.asSuper.query<{ one: string; folded: string }>(
    'select one, fold_name(one) as folded from unnest($1::text[]) one',
    [all],
  )

  const differing = rows.filter(({ one, folded }) => fold(one) !== folded)
  expect(differing).toEqual([])
  expect(rows[0]?.folded).toBe('zolkiewski')
})
