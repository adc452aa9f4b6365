import { useLanguage } from '../ui/language.ts'
import type { Choices } from './people-picker.tsx'
import { readChoices } from './read-choices.ts'
import { useSurroundings } from './surroundings.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** All users and groups of the company, the groups by their names in the reader's language. */
export function useChoices(): Answer<Choices> {
  const { host } = useSurroundings()
  const language = useLanguage()
  return useAnswer(`users and groups ${language}`, () => readChoices(host, language))
}
