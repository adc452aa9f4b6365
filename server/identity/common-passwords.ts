import { dictionary } from '@zxcvbn-ts/language-common'
import { Refusal } from '../refusal.ts'
import { guessableWords } from './guessable-words.ts'

/** What most people chose whose passwords became known somewhere, lower case. */
const common = new Set(dictionary['passwords-common'])
const lookAlikes: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' }
/** A shorter part of a name is in too many good passwords. */
const SHORTEST_NAME = 3

/**
 * Refuses a password that is tried first by whoever guesses: one that many chose, a usual word with digits or marks around
 * it, and the same of what anybody knows of the person and the company.
 */
export function refuseCommon(password: string, known: string[] = []) {
  const words = new Set(known.flatMap(namesIn))
  const isNamed = (word: string) => guessableWords.has(word) || words.has(word)
  if (common.has(password.normalize('NFKC').toLowerCase()) || readingsOf(password).some(isNamed))
    throw new Refusal('common-password')
}

/** The bare word in a password: without what stands around it, and with letters for what only looks like them. */
function readingsOf(password: string): string[] {
  const bare = plain(password).replace(/^[^a-z]+|[^a-z]+$/g, '')
  const alike = plain(password)
    .replace(/^[^a-z@$]+|[^a-z@$]+$/g, '')
    .replace(/[01345@$]/g, mark => lookAlikes[mark] ?? mark)
  return [bare, alike].map(one => one.replace(/[^a-z]/g, '').replace(/^(.{3,}?)\1+$/, '$1'))
}

/** Each name in a text, and those that stand together as one word: of an address its parts, of a company with and without its form. */
function namesIn(text: string): string[] {
  const names = plain(text)
    .split(/[^a-z0-9]+/)
    .map(one => one.replace(/[^a-z]/g, ''))
  const together = names.flatMap((_, first) =>
    names.slice(first).map((_, n) => names.slice(first, first + n + 1).join('')),
  )
  return together.filter(name => name.length >= SHORTEST_NAME)
}

/** In small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l')
}
