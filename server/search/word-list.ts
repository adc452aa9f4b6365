import { setImmediate as breathe } from 'node:timers/promises'
import { fold } from './fold.ts'

/** A word of the dictionary and the flags of the rules by which its forms are made. */
interface Entry {
  word: string
  flags: string
}

/** Finds the entries whose word is this one, whatever its diacritics and capitals. */
export type WordList = (folded: string) => Entry[]

const SLICE = 20_000
const EMPTY = 0

/**
 * The words of a .dic file. They stay the one text that they are, with a table of places in it, because as objects they
 * would take ten times the memory. Read in slices: the server answers others meanwhile.
 */
export async function readWordList(dic: string): Promise<WordList> {
  const lines = Number.parseInt(dic, 10) || 0
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(lines, 8) * 1.5)))
  const mask = table.length - 1
  let read = 0
  for (let start = nextLine(dic, 0); start > 0 && start < dic.length; start = nextLine(dic, start)) {
    read += 1
    // The first line tells how many there are; a table that overflows would never end.
    if (read > mask) break
    let place = hashAt(dic, start) & mask
    while (table[place] !== EMPTY) place = (place + 1) & mask
    table[place] = start
    if (read % SLICE === 0) await breathe()
  }
  return folded => {
    const found: Entry[] = []
    for (let place = hashAt(folded, 0) & mask; ; place = (place + 1) & mask) {
      const start = table[place] ?? EMPTY
      if (start === EMPTY) return found
      // Its length tells most strangers without taking them apart.
      if (!endsAt(dic, start + folded.length)) continue
      const entry = entryAt(dic, start)
      if (fold(entry.word) === folded) found.push({ ...entry, word: entry.word.toLowerCase() })
    }
  }
}

function endsAt(dic: string, place: number): boolean {
  const letter = dic.charCodeAt(place)
  return letter === 10 || letter === 13 || letter === 47 || Number.isNaN(letter)
}

function entryAt(dic: string, start: number): Entry {
  const end = dic.indexOf('\n', start)
  const line = dic.slice(start, end < 0 ? dic.length : end).trimEnd()
  const slash = line.indexOf('/')
  return slash < 0 ? { word: line, flags: '' } : { word: line.slice(0, slash), flags: line.slice(slash + 1) }
}

function nextLine(dic: string, start: number): number {
  return dic.indexOf('\n', start) + 1
}

/** Letters by their code, without diacritics and capitals. */
const letters = Uint16Array.from({ length: 0x180 }, (_, code) => {
  const folded = fold(String.fromCharCode(code))
  return folded.length === 1 ? folded.charCodeAt(0) : code
})

/** FNV-1a over the word that begins here, without its diacritics and capitals. */
function hashAt(text: string, start: number): number {
  let hash = 0x811c9dc5
  for (let index = start; !endsAt(text, index); index += 1) {
    const code = text.charCodeAt(index)
    hash = Math.imul(hash ^ (letters[code] ?? code), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}
