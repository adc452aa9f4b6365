import type { Language } from './language.ts'

/** What the database calls the group of everyone; nobody can rename it, and no other group may have this name. */
const EVERYONE = 'Wszyscy'

const names = { pl: EVERYONE, en: 'Everyone' }

/** A group's name as it is shown: a built-in group's is a word of the reader's language, the others are as people gave them. */
export function groupName(language: Language, name: string): string {
  return name === EVERYONE ? names[language] : name
}
