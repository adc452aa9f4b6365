/** The languages that Lupa speaks. */
export type Language = 'pl' | 'en'

/** The language to speak to someone whose mail program or browser is set to `tag` (BCP 47). */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('pl') ? 'pl' : 'en'
}
