import { exportMoment } from '../export/export-words.ts'
import { escaped, FRAME_END, frameBeginning, linkToFile } from '../export/page-frame.ts'
import type { PersonExportWords } from './export-person-words.ts'
import type { PersonMail, PersonRecords } from './read-person-export.ts'

interface Head {
  records: PersonRecords
  by: string
  at: Date
  language: 'pl' | 'en'
}

/** The beginning of the page that leads a person through her data, up to the first of her mails. */
export function personPageBeginning(words: PersonExportWords, { records, by, at, language }: Head): string {
  const lines: [string, string[]][] = [
    [words.addresses, records.addresses],
    [words.people, records.people.map(joined)],
    [words.people, records.contractorAddresses.map(joined)],
    [words.activities, records.activities.map(joined)],
    [words.accounts, records.accounts.map(joined)],
    [words.lists, [...records.blockLists.map(joined), ...records.rules]],
  ]
  const facts = lines
    .filter(([, texts]) => texts.length > 0)
    .map(
      ([word, texts]) => `<h2>${escaped(word)}</h2><ul>${texts.map(text => `<li>${escaped(text)}</li>`).join('')}</ul>`,
    )
  const { at: date, title, role, attachments } = words.columns
  const heads = [date, title, role, attachments].map(head => `<th scope="col">${escaped(head)}</th>`).join('')
  return `${frameBeginning(language, words.title(records.addresses[0] ?? ''))}<p>${escaped(words.by(by, exportMoment(at)))}. ${escaped(words.about)}</p>
${facts.join('\n')}
<h2>${escaped(words.mails)}</h2><table><thead><tr>${heads}</tr></thead><tbody>
`
}

/** Every value of a record, one behind another. */
function joined(record: Record<string, unknown>): string {
  return Object.values(record)
    .flat()
    .filter(value => value !== null && value !== '' && typeof value !== 'object')
    .join(', ')
}

/** One of her mails; `path` leads to it in the same archive. */
export function personPageRow(words: PersonExportWords, mail: PersonMail, path: string | null): string {
  const title = mail.subject?.trim() || words.noTitle
  const what =
    mail.subject === null
      ? escaped(words.passedOn)
      : path
        ? linkToFile(path, title)
        : `${escaped(title)} (${escaped(words.missing)})`
  const roles = mail.roles.map(role => words.roles[role] ?? role).join(', ')
  return `<tr><td>${exportMoment(mail.at)}</td><td>${what}</td><td>${escaped(roles)}</td><td>${escaped(mail.attachments.join(', '))}</td></tr>
`
}

export function personPageEnd(words: PersonExportWords, count: number): string {
  return `</tbody></table><p>${escaped(words.amount(count))}</p>${FRAME_END}`
}
