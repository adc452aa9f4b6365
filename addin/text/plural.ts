import type { Language } from './language.ts'

/** The forms of a noun beside a number. English needs `one` and `other`, Polish also `few` (3 sprawy) and `many` (5 spraw). */
export interface Forms {
  one: string
  few?: string
  many?: string
  other: string
}

const rules = { pl: new Intl.PluralRules('pl'), en: new Intl.PluralRules('en') }
const numbers = { pl: new Intl.NumberFormat('pl'), en: new Intl.NumberFormat('en-GB') }

/** A number with its noun in the right form: 1 sprawa, 3 sprawy, 5 spraw, 22 sprawy. */
export function plural(language: Language, count: number, forms: Forms): string {
  const form = forms[rules[language].select(count) as keyof Forms] ?? forms.other
  return `${numbers[language].format(count)}\u00A0${form}`
}
