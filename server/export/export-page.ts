import type { Contractor } from '../../shared/contractor.ts'
import type { RelatedContractor } from '../../shared/contractor-relation.ts'
import { showNip } from '../../shared/tax-id.ts'
import { toldOf } from './activity-facts.ts'
import { type ExportWords, exportMoment, kindWord } from './export-words.ts'
import { escaped, FRAME_END, frameBeginning, linkToFile } from './page-frame.ts'
import type { ExportItem } from './read-page.ts'

interface Head {
  contractor: Contractor
  related: RelatedContractor[]
  by: string
  at: Date
  language: 'pl' | 'en'
}

/** The beginning of the page that leads through an export, up to its first row. */
export function pageBeginning(words: ExportWords, { contractor, related, by, at, language }: Head): string {
  const title = words.title(contractor.name)
  const facts = [
    ['NIP', contractor.nip && showNip(contractor.nip)],
    ['REGON', contractor.regon],
    ['KRS', contractor.krs],
    ['', [contractor.street, contractor.city].filter(Boolean).join(', ')],
    ['', contractor.phones.join(', ')],
    [words.mail, contractor.addresses.join(', ')],
    [words.related, related.map(({ name, kind }) => `${name} (${words.relations[kind]})`).join(', ')],
    [words.people, contractor.people.map(person => [person.name, ...person.addresses].join(' ')).join(', ')],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  const { columns } = words
  const heads = [columns.at, columns.kind, columns.title, columns.who, columns.cases]
  return `${frameBeginning(language, title)}<p>${escaped(words.by(by, exportMoment(at)))}. ${escaped(words.rights)}</p>
<dl>${facts.map(([word, value]) => `<dt>${escaped(word)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<table><thead><tr>${heads.map(head => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>
`
}

/** One row; `path` leads to its file in the same folder. */
export function pageRow(words: ExportWords, { row, note, activity }: ExportItem, path: string | null): string {
  const title = row.title.trim() || words.noTitle
  const link = path ? linkToFile(path, title) : escaped(title)
  const text = note.trim() ? `<div class="note">${escaped(note.trim())}</div>` : ''
  const facts = toldOf(words, activity, row.madeFrom).filter(([, value]) => value !== '')
  const more = facts.map(([word, value]) => `<div class="note">${escaped(`${word}: ${value}`)}</div>`).join('')
  const cases = row.cases.map(one => `${one.reference} ${one.title}`).join(', ')
  return `<tr><td>${exportMoment(row.occurredAt)}</td><td>${escaped(kindWord(words, row.kind))}</td><td>${link}${text}${more}</td><td>${escaped(row.who)}</td><td>${escaped(cases)}</td></tr>
`
}

/** The end of the page. */
export function pageEnd(words: ExportWords, count: number): string {
  return `</tbody></table><p>${escaped(words.amount(count))}</p>${FRAME_END}`
}
