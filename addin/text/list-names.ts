import type { Language } from './language.ts'

const lists = {
  pl: new Intl.ListFormat('pl', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** Names as one phrase: "Anna, Jan i Ewa". */
export function listNames(language: Language, names: string[]): string {
  return lists[language].format(names)
}
