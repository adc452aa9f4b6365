import type { RelationKind } from '../../shared/contractor-relation.ts'
import type { DocumentTypeEntry } from '../../shared/document-type.ts'
import type { BuiltInKind, Kind, OwnKind } from '../../shared/kind.ts'

/** The words of what is taken out of the house, in the language of whoever takes it. */
export interface ExportWords {
  mails: string
  documents: string
  timeline: string
  /** Of the product, and those that an administrator named. */
  kinds: Record<BuiltInKind, string> & Partial<Record<OwnKind, string>>
  columns: {
    at: string
    kind: string
    title: string
    who: string
    cases: string
    contractor: string
    file: string
    note: string
    person: string
    assignee: string
    due: string
    state: string
    minutes: string
    comments: string
    madeFrom: string
  }
  states: Record<'new' | 'in-progress' | 'done' | 'cancelled', string>
  title: (name: string) => string
  by: (name: string, at: string) => string
  rights: string
  amount: (count: number) => string
  missing: string
  mail: string
  people: string
  related: string
  relations: Record<RelationKind, string>
  noTitle: string
}

const pl: ExportWords = {
  mails: 'maile',
  documents: 'dokumenty',
  timeline: 'os-czasu',
  kinds: {
    'mail-in': 'mail otrzymany',
    'mail-out': 'mail wysłany',
    invoice: 'faktura',
    order: 'zamówienie',
    offer: 'oferta',
    contract: 'umowa',
    protocol: 'protokół',
    document: 'dokument',
    call: 'rozmowa',
    meeting: 'spotkanie',
    task: 'zadanie',
    note: 'notatka',
  },
  columns: {
    at: 'Data',
    kind: 'Rodzaj',
    title: 'Tytuł',
    who: 'Kto',
    cases: 'Sprawy',
    contractor: 'Kontrahent',
    file: 'Plik',
    note: 'Treść',
    person: 'Osoba kontaktowa',
    assignee: 'Wykonuje',
    due: 'Termin',
    state: 'Stan',
    minutes: 'Czas trwania (min)',
    comments: 'Komentarze',
    madeFrom: 'Z wiadomości',
  },
  states: { new: 'nowe', 'in-progress': 'w toku', done: 'zrobione', cancelled: 'anulowane' },
  title: name => `Kartoteka: ${name}`,
  by: (name, at) => `Eksport: ${name}, ${at}`,
  rights: 'Są tu tylko pozycje, które widzi osoba eksportująca.',
  amount: count => `Pozycji: ${count}`,
  missing: 'pliku brakuje w magazynie',
  mail: 'Adresy e-mail',
  people: 'Osoby',
  related: 'Powiązani kontrahenci',
  relations: {
    parent: 'spółka dominująca',
    subsidiary: 'spółka zależna',
    'head-office': 'centrala',
    branch: 'oddział',
    group: 'ta sama grupa',
    other: 'inne powiązanie',
  },
  noTitle: '(bez tytułu)',
}

const en: ExportWords = {
  mails: 'mails',
  documents: 'documents',
  timeline: 'timeline',
  kinds: {
    'mail-in': 'mail received',
    'mail-out': 'mail sent',
    invoice: 'invoice',
    order: 'order',
    offer: 'offer',
    contract: 'contract',
    protocol: 'protocol',
    document: 'document',
    call: 'call',
    meeting: 'meeting',
    task: 'task',
    note: 'note',
  },
  columns: {
    at: 'Date',
    kind: 'Kind',
    title: 'Title',
    who: 'Who',
    cases: 'Cases',
    contractor: 'Contractor',
    file: 'File',
    note: 'Text',
    person: 'Contact person',
    assignee: 'Assigned to',
    due: 'Due',
    state: 'State',
    minutes: 'Duration (min)',
    comments: 'Comments',
    madeFrom: 'From the e-mail',
  },
  states: { new: 'new', 'in-progress': 'in progress', done: 'done', cancelled: 'cancelled' },
  title: name => `Contractor file: ${name}`,
  by: (name, at) => `Exported by ${name}, ${at}`,
  rights: 'Only what the exporting person may see is in here.',
  amount: count => `Items: ${count}`,
  missing: 'the file is missing in the store',
  mail: 'E-mail addresses',
  people: 'People',
  related: 'Related contractors',
  relations: {
    parent: 'parent company',
    subsidiary: 'subsidiary',
    'head-office': 'head office',
    branch: 'branch',
    group: 'same group',
    other: 'related otherwise',
  },
  noTitle: '(no title)',
}

/** The words in a language, types of documents by the names that administrators gave them. */
export function exportWords(language: 'pl' | 'en', types: DocumentTypeEntry[]): ExportWords {
  const words = language === 'en' ? en : pl
  const named = types.flatMap(({ key, namePl, nameEn }) => {
    const name = language === 'en' ? nameEn : namePl
    return name === null ? [] : [[key, name]]
  })
  return { ...words, kinds: { ...words.kinds, ...Object.fromEntries(named) } }
}

/** A moment as people and spreadsheets read it, in the country where the company is. */
export function exportMoment(moment: string | Date): string {
  return format.format(new Date(moment)).replace(',', '')
}

// The Swedish way of writing is the international one: 2026-11-27 02:10.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** What a kind is called there; a type that was added since is a document. */
export function kindWord({ kinds }: Pick<ExportWords, 'kinds'>, kind: Kind): string {
  return kinds[kind] ?? kinds.document
}
