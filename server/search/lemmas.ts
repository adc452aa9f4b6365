import { readFile } from 'node:fs/promises'
import { stemmer as englishStem } from '@orama/stemmers/english'
import { type AffixRules, readAffixRules } from './affix-rules.ts'
import { fold } from './fold.ts'
import { lightStem } from './light-stem.ts'
import { readWordList, type WordList } from './word-list.ts'

const MOST_KEPT = 50_000
/** Longer words are no Polish, and would be tried against every rule. */
const LONGEST = 40
const NEGATION = 'nie'

/** The basic forms of a word that is in lower case, without diacritics; the word itself is not repeated. */
export type Lemmas = (word: string) => string[]

interface Dictionary {
  rules: AffixRules
  find: WordList
}

let opening: Promise<Lemmas> | null = null

/** Opens the dictionary when it is first needed; each thread has its own. */
export function openLemmas(): Promise<Lemmas> {
  opening ??= readDictionary().then(remembering)
  return opening
}

async function readDictionary(): Promise<Dictionary> {
  // Its own module would keep the bytes in memory beside what is made of them.
  const home = import.meta.resolve('dictionary-pl')
  const [aff, dic] = await Promise.all(
    ['index.aff', 'index.dic'].map(name => readFile(new URL(name, home), { encoding: 'utf8' })),
  )
  return { rules: readAffixRules(aff ?? ''), find: await readWordList(dic ?? '') }
}

/** The same words come again and again; looking one up costs a hundred times what remembering it does. */
function remembering(dictionary: Dictionary): Lemmas {
  let recent = new Map<string, string[]>()
  let former = new Map<string, string[]>()
  return word => {
    const known = recent.get(word) ?? former.get(word)
    const lemmas = known ?? lemmasOf(dictionary, word)
    if (known === undefined || !recent.has(word)) {
      if (recent.size >= MOST_KEPT) {
        former = recent
        recent = new Map()
      }
      recent.set(word, lemmas)
    }
    return lemmas
  }
}

function lemmasOf(dictionary: Dictionary, word: string): string[] {
  const folded = fold(word)
  if (word.length > LONGEST || !/\p{L}/u.test(word)) return []
  const own = basicForms(dictionary, word, folded)
  const known = own.length > 0 ? own : withNegation(dictionary, word, folded)
  const found = known.length > 0 ? known : [lightStem(folded), ...englishStems(folded)]
  return [...new Set(found)].filter(lemma => lemma !== folded)
}

/** Not merged with what it denies: who looks for unpaid invoices does not want the paid ones. */
function withNegation(dictionary: Dictionary, word: string, folded: string): string[] {
  if (!folded.startsWith(NEGATION)) return []
  const rest = NEGATION.length
  return basicForms(dictionary, word.slice(rest), folded.slice(rest)).map(lemma => NEGATION + lemma)
}

/**
 * The dictionary's words of which this is a form. Letters are compared without diacritics first; when a form is spelled
 * exactly as the word, the others are only look-alikes (*sądzie* is no orchard) and go.
 */
function basicForms({ rules, find }: Dictionary, word: string, folded: string): string[] {
  const exact = new Set<string>()
  const alike = new Set<string>()
  const note = (form: string, lemma: string) => (form === word ? exact : alike).add(fold(lemma))
  for (const entry of find(folded)) note(entry.word, entry.word)
  for (let cut = folded.length; cut > 0; cut -= 1)
    for (const { strip, rules: group } of rules.get(folded.slice(cut)) ?? [])
      for (const entry of find(folded.slice(0, cut) + strip))
        for (const rule of group)
          if (entry.flags.includes(rule.flag) && entry.word.endsWith(rule.strip) && fits(rule.condition, entry.word))
            note(entry.word.slice(0, entry.word.length - rule.strip.length) + rule.add, entry.word)
  return [...(exact.size > 0 ? exact : alike)]
}

function fits(condition: RegExp | null, word: string): boolean {
  return condition === null || condition.test(word)
}

function englishStems(folded: string): string[] {
  return /^[a-z]+$/.test(folded) ? [englishStem(folded)] : []
}
