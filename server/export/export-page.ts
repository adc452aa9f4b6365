import type { Contractor } from '../../shared/contractor.ts'
import { showNip } from '../../shared/tax-id.ts'
import { type ExportWords, exportMoment, kindWord } from './export-words.ts'
import type { ExportItem } from './read-page.ts'

/** Of everything here a stranger may have written a part, so the page allows itself nothing but its own looks. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

const looks = `
:root { color-scheme: light dark; font: 14px/1.45 system-ui, "Segoe UI", sans-serif; }
body { max-width: 75rem; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 20px; margin: 0 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; }
dt { opacity: 0.75; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 8px; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); text-align: start; vertical-align: top; }
td { overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.note { white-space: pre-wrap; opacity: 0.85; }
@media print { a { color: inherit; } }`

interface Head {
  contractor: Contractor
  by: string
  at: Date
  language: 'pl' | 'en'
}

/** The beginning of the page that leads through an export, up to its first row. */
export function pageBeginning(words: ExportWords, { contractor, by, at, language }: Head): string {
  const title = words.title(contractor.name)
  const facts = [
    ['NIP', contractor.nip && showNip(contractor.nip)],
    ['REGON', contractor.regon],
    ['KRS', contractor.krs],
    ['', [contractor.street, contractor.city].filter(Boolean).join(', ')],
    ['', contractor.phones.join(', ')],
    [words.mail, contractor.addresses.join(', ')],
    [words.people, contractor.people.map(person => [person.name, ...person.addresses].join(' ')).join(', ')],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  const { columns } = words
  const heads = [columns.at, columns.kind, columns.title, columns.who, columns.cases]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escaped(title)}</title><style>${looks}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(words.by(by, exportMoment(at)))}. ${escaped(words.rights)}</p>
<dl>${facts.map(([word, value]) => `<dt>${escaped(word)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<table><thead><tr>${heads.map(head => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>
`
}

/** One row; `path` leads to its file in the same folder. */
export function pageRow(words: ExportWords, { row, note }: ExportItem, path: string | null): string {
  const title = escaped(row.title.trim() || words.noTitle)
  const link = path ? `<a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${title}</a>` : title
  const text = note.trim() ? `<div class="note">${escaped(note.trim())}</div>` : ''
  const cases = row.cases.map(one => `${one.reference} ${one.title}`).join(', ')
  return `<tr><td>${exportMoment(row.occurredAt)}</td><td>${escaped(kindWord(words, row.kind))}</td><td>${link}${text}</td><td>${escaped(row.who)}</td><td>${escaped(cases)}</td></tr>
`
}

/** The end of the page. */
export function pageEnd(words: ExportWords, count: number): string {
  return `</tbody></table><p>${escaped(words.amount(count))}</p></body></html>\n`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => signs[sign] ?? '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
