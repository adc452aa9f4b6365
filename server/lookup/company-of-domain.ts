import { polishSecondLevels } from './polish-second-levels.ts'

/** Under which countries register companies, besides the country itself. */
const anywhere = new Set(['com', 'co', 'org', 'net', 'edu', 'gov', 'ac'])

/** What a company may be called by its domain: "Meblex" of `biuro.meblex.com.pl`, "Firma" of `firma.waw.pl`. */
export function companyOfDomain(domain: string): string {
  const parts = domain.split('.')
  const country = parts.pop()
  const second = parts.at(-1) ?? ''
  if (parts.length > 1 && (anywhere.has(second) || (country === 'pl' && polishSecondLevels.has(second)))) parts.pop()
  const word = parts.at(-1) ?? domain
  return word.charAt(0).toUpperCase() + word.slice(1)
}
