/** The words of a copy of a person's data; in the language of the company's administrator, for her. */
export interface PersonExportWords {
  mails: string
  title: (address: string) => string
  by: (name: string, at: string) => string
  about: string
  addresses: string
  people: string
  activities: string
  accounts: string
  lists: string
  columns: { at: string; title: string; role: string; attachments: string }
  roles: Record<string, string>
  passedOn: string
  missing: string
  noTitle: string
  amount: (count: number) => string
}

const pl: PersonExportWords = {
  mails: 'maile',
  title: address => `Dane osobowe: ${address}`,
  by: (name, at) => `Kopia z ${at}, przygotowana na koncie: ${name}`,
  about:
    'Wszystko, co przechowujemy w związku z tą osobą. To samo do odczytu maszynowego jest w pliku data.json; maile są w postaci, w jakiej dotarły.',
  addresses: 'Adresy',
  people: 'Osoba kontaktowa',
  activities: 'Rozmowy, spotkania i zadania',
  accounts: 'Konto',
  lists: 'Listy pomijanych i reguły',
  columns: { at: 'Data', title: 'Temat', role: 'Udział', attachments: 'Załączniki' },
  roles: {
    from: 'nadawca',
    sender: 'wysyłający',
    'reply-to': 'adres do odpowiedzi',
    to: 'odbiorca',
    cc: 'do wiadomości',
    bcc: 'ukryta kopia',
    forwarded: 'cytowana',
  },
  passedOn: 'list przesłany dalej w korespondencji innych osób',
  missing: 'pliku brakuje w magazynie',
  noTitle: '(bez tematu)',
  amount: count => `Maili: ${count}`,
}

const en: PersonExportWords = {
  mails: 'mails',
  title: address => `Personal data: ${address}`,
  by: (name, at) => `Copy made by ${name}, ${at}`,
  about:
    'Everything that we keep in connection with this person. The same for machines is in the file data.json; mails are as they travelled.',
  addresses: 'Addresses',
  people: 'Contact person',
  activities: 'Calls, meetings and tasks',
  accounts: 'Account',
  lists: 'Block-lists and rules',
  columns: { at: 'Date', title: 'Subject', role: 'Part', attachments: 'Attachments' },
  roles: {
    from: 'from',
    sender: 'sender',
    'reply-to': 'reply to',
    to: 'to',
    cc: 'copy',
    bcc: 'blind copy',
    forwarded: 'quoted',
  },
  passedOn: 'a letter that others passed on among themselves',
  missing: 'the file is missing in the store',
  noTitle: '(no subject)',
  amount: count => `Mails: ${count}`,
}

/** The words in a language. */
export function personExportWords(language: 'pl' | 'en'): PersonExportWords {
  return language === 'en' ? en : pl
}
