import { expect, it } from 'vitest'
import type { Query } from '../../../server/database/work.ts'
import { findPieces } from '../../../server/search/find-pieces.ts'
import { openLemmas } from '../../../server/search/lemmas.ts'
import { readQuery } from '../../../server/search/read-query.ts'

const lemmas = await openLemmas()
const filler = (letters: number) => 'Postanowienia ogólne stosuje się odpowiednio. '.repeat(Math.ceil(letters / 46))
/** As long as the text of a document gets. */
const LONGEST = 500_000

/** What stands in for the database: the texts, and how many letters of them were asked for. */
function shelf(texts: string[]) {
  const asked = { letters: 0, times: 0 }
  const query = (async (_: unknown, [ids, length, from]: [string[], number, number]) => {
    asked.times += 1
    return ids.map(id => {
      const body = (texts[Number(id)] ?? '').slice(from - 1, from - 1 + length)
      asked.letters += body.length
      return { id, body }
    })
  }) as unknown as Query
  const shown = texts.map((_, place) => ({ id: String(place), words: new Set<number>() }))
  return { asked, query, shown }
}

async function piecesOf(texts: string[], q: string, inTitle: number[] = []) {
  const { asked, query, shown } = shelf(texts)
  for (const { words } of shown) for (const word of inTitle) words.add(word)
  const sought = (await readQuery(q))?.marked ?? []
  return { asked, pieces: await findPieces(query, shown, sought, lemmas) }
}

it('finds what stands at the end of the longest text', async () => {
  const text = `${filler(LONGEST - 100)}Kara umowna wynosi 10 %.`.slice(-LONGEST)

  const { pieces, asked } = await piecesOf([text], 'kara')

  expect(pieces.get('0')?.text).toMatch(/^….*Kara umowna wynosi 10 %\.$/)
  expect(asked.times).toBeLessThan(10)
})

it('finds words in a row where two parts of a text meet', async () => {
  for (let shift = 0; shift < 40; shift += 3) {
    const text = `${filler(12_000).slice(0, 11_990 - shift)} kara umowna ${filler(30_000)}`
    const { pieces } = await piecesOf([text], '"kara umowna"')
    expect(pieces.get('0')?.text, String(shift)).toContain('kara umowna')
  }
})

it('shows what the title lacks rather than what it says already', async () => {
  const text = `Umowa najmu. ${filler(50_000)}Przyznajemy rabat 5 %. ${filler(20_000)}`

  const { pieces, asked } = await piecesOf([text], 'umowa rabat', [0])

  expect(pieces.get('0')?.text).toContain('rabat')
  expect(asked.letters).toBeLessThan(200_000)
})

it('overlooks nothing behind blanks that fill the place where two parts meet', async () => {
  const text = `${filler(11_700).slice(0, 11_700)}${' '.repeat(300)}abc kara ${filler(30_000)}`

  expect((await piecesOf([text], 'kara')).pieces.get('0')?.text).toContain('kara')
})

it('looks no further where nothing is missing, and reads of a page of long texts no more than it may cost', async () => {
  const long = Array.from({ length: 50 }, () => filler(LONGEST))

  const found = await piecesOf([`Kara umowna. ${filler(LONGEST)}`], 'kara')
  const vain = await piecesOf(long, 'kara')

  expect(found.asked).toEqual({ letters: 12_000, times: 1 })
  expect(vain.pieces.size).toBe(0)
  expect(vain.asked.letters).toBeLessThan(50 * 12_000 + 620_000)
  expect(vain.asked.letters).toBeGreaterThan(50 * 12_000 + 500_000)
})
