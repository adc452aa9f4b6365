import { holdersEn } from '../text/holders-en.ts'
import { holdersPl } from '../text/holders-pl.ts'
import { useLanguage } from './language.ts'

/** What is said before a second file of somebody is opened; it travels with the parts that say it. */
export function useHoldersText(): typeof holdersPl {
  return useLanguage() === 'pl' ? holdersPl : holdersEn
}
