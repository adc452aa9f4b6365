import type { Language } from './language.ts'

/** Sentences that travel one language at a time. */
export interface Texts<Sentences> {
  /** Brings the sentences of a language; asked again, it has them already. */
  load: (language: Language) => Promise<unknown>
  /** True when the sentences of a language are there. */
  has: (language: Language) => boolean
  /** True when they were wanted in some language, so that a change of language has to bring them too. */
  isUsed: () => boolean
  /** The sentences of a language that was loaded before anything is drawn in it. */
  in: (language: Language) => Sentences
}

/** Keeps what `fetches` bring, so that a reader waits for one language and never for the other. */
export function keepTexts<Sentences>(fetches: Record<Language, () => Promise<Sentences>>): Texts<Sentences> {
  const kept = new Map<Language, Sentences>()
  let isUsed = false
  return {
    async load(language) {
      isUsed = true
      if (!kept.has(language)) kept.set(language, await fetches[language]())
    },
    has: language => kept.has(language),
    isUsed: () => isUsed,
    in(language) {
      const sentences = kept.get(language)
      if (!sentences) throw new Error(`nothing is loaded to speak ${language} with`)
      return sentences
    },
  }
}
