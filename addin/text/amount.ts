import type { Language } from './language.ts'

const tags = { pl: 'pl', en: 'en-GB' } as const

/** An amount of money as its reader writes it: "1 230,00 zł". It comes as a decimal text, which loses nothing on the way. */
export function showAmount(language: Language, amount: string, currency: string): string {
  const format = new Intl.NumberFormat(tags[language], { style: 'currency', currency, useGrouping: 'always' })
  return format.format(amount as `${number}`)
}
