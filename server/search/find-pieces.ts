import type { Query, Statement } from '../database/work.ts'
import type { Lemmas } from './lemmas.ts'
import type { Wanted } from './read-query.ts'
import { type Piece, pieceOf } from './show-find.ts'

/** So much of each text is looked at first; of most it is all. */
const FIRST = 12_000
/** How far a part begins before the end of the one before, so that nothing is cut in two. */
const OVERLAP = 300
/** So much of all texts of a page is looked at further down: about 20 ms. */
const MOST_FURTHER = 600_000

const foundTexts: Statement = {
  name: 'found-texts',
  text: 'select item_id as id, body from found_texts($1, $2, $3)',
}

/** A row of the page, with the words that its title and sender hold already. */
interface Shown {
  id: string
  words: Set<number>
}

/**
 * The piece of each text that shows the find. Where a long text does not hold all the words at its beginning, it is looked at
 * further down, in parts that grow, all texts of the page in turn, until the letters that a page may cost are spent.
 */
export async function findPieces(
  query: Query,
  shown: Shown[],
  sought: Wanted[],
  lemmas: Lemmas,
): Promise<Map<string, Piece>> {
  const pieces = new Map<string, Piece>()
  let open = shown
  let left = MOST_FURTHER
  for (let from = 0, length = FIRST; open.length > 0 && left > 0; from += length, length = Math.min(from, left)) {
    if (from > 0) {
      open = open.slice(0, Math.floor(left / length))
      left -= open.length * length
    }
    const [start, whole] = from === 0 ? [0, length] : [from - OVERLAP, length + OVERLAP]
    const texts = await textsFrom(query, open, start, whole)
    for (const row of open) {
      const body = texts.get(row.id) ?? ''
      const piece = pieceOf(body, sought, lemmas, { repeats: start > 0 ? OVERLAP : 0, behind: body.length >= whole })
      if (isBetter(row, piece, pieces.get(row.id))) pieces.set(row.id, piece)
    }
    open = open.filter(row => (texts.get(row.id) ?? '').length >= whole && !isWhole(row, pieces.get(row.id), sought))
  }
  return pieces
}

async function textsFrom(query: Query, rows: Shown[], start: number, length: number): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const found = await query<{ id: string; body: string | null }>(foundTexts, [
    rows.map(({ id }) => id),
    length,
    start + 1,
  ])
  return new Map(found.map(({ id, body }) => [id, body ?? '']))
}

/** Whether a piece adds more to what the row shows already; of equals the one that holds more by itself, and the former. */
function isBetter(row: Shown, piece: Piece, former: Piece | undefined): boolean {
  if (piece.words.size === 0 || !former) return piece.words.size > 0
  const gain = allOf(row, piece).size - allOf(row, former).size
  return gain > 0 || (gain === 0 && piece.words.size > former.words.size)
}

/** Whether the row shows every word that was looked for. */
function isWhole(row: Shown, piece: Piece | undefined, sought: Wanted[]): boolean {
  return allOf(row, piece).size >= sought.length
}

function allOf({ words }: Shown, piece: Piece | undefined): Set<number> {
  return new Set([...words, ...(piece?.words ?? [])])
}
