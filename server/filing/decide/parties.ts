import { domainToUnicode } from 'node:url'
import { domainOf, isFreeMail } from '../../../shared/address.ts'
import type { Candidates, MessageFacts, PartyFact } from './facts.ts'

/** Forms of companies at the end of a name; the words before them are what people write. */
const LEGAL_FORM =
  /\s(?:sp z o o|spolka\b.*|sp k|sp j|sp p|p s a|s k a|s a|s c|gmbh(?: co kg)?|ag|kg|ab|as|oy|bv|ltd|limited|llc|inc|sro|s r o|sarl)$/
const MOST_FORMS = 4
/** Shorter names occur in any text. */
const SHORTEST_NAME = 4
const SHORTEST_MARK = 5

/** What is known of the contractor whom a number concerns; null when nothing is. */
export function partyOf(contractorId: string, { parties = [] }: Pick<Candidates, 'parties'>): PartyFact | null {
  return parties.find(party => party.contractorId === contractorId) ?? null
}

/** Whether a mail names a contractor in words of its own too: by NIP, whole name or address. */
export function isNamed({ subject, text, words = '' }: MessageFacts, party: PartyFact): boolean {
  if (party.nip !== null && [...subject.taxIds, ...text.taxIds].includes(party.nip)) return true
  const lower = words.toLowerCase()
  return holdsWords(words, coreOf(party.name)) || party.addresses.some(one => one.includes('@') && lower.includes(one))
}

/**
 * Whether a stranger shows himself as that contractor: by the name of the company or of its people, or by a domain that
 * carries its name. Our border vouches for his own domain only, and anybody can buy one.
 */
export function isTakenFor({ sender, senderName = '' }: MessageFacts, { name, people, addresses }: PartyFact): boolean {
  const domain = domainOf(sender)
  const houses = addresses.map(domainOf).filter(house => !isFreeMail(house))
  if (houses.some(house => domain === house || domain.endsWith(`.${house}`))) return false
  if ([coreOf(name), ...people.map(fold)].some(one => holdsWords(senderName, one))) return true
  if (isFreeMail(domain)) return false
  const shown = squash(domainToUnicode(domain) || domain)
  const marks = [...houses.map(house => squash(house.split('.')[0] ?? '')), squash(coreOf(name))]
  return marks.some(mark => mark.length >= SHORTEST_MARK && shown.includes(mark))
}

function holdsWords(text: string, words: string): boolean {
  return words.length >= SHORTEST_NAME && ` ${fold(text)} `.includes(` ${words} `)
}

/** `Nowe Tarasy Sp. z o.o. sp. k.` is `nowe tarasy`. */
function coreOf(name: string): string {
  let core = fold(name.replace(/\([^)]*\)/g, ' '))
  for (let count = 0; count < MOST_FORMS && LEGAL_FORM.test(core); count += 1) core = core.replace(LEGAL_FORM, '')
  return core
}

/** Small letters without accents, one blank between words. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function squash(text: string): string {
  return fold(text).replaceAll(' ', '')
}
