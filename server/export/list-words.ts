import type { Priority } from '../../shared/activity-facts.ts'

/** What the spreadsheets of lists and their files are called, and their columns, in the language of whoever takes them. */
export interface ListWords {
  timeline: string
  finds: string
  people: string
  contractors: string
  tasks: Record<'mine' | 'given' | 'all', string>
  columns: Record<
    | 'name'
    | 'role'
    | 'phones'
    | 'addresses'
    | 'street'
    | 'city'
    | 'manager'
    | 'tags'
    | 'priority'
    | 'givenBy'
    | 'accepted',
    string
  >
  priorities: Record<Priority, string>
  /** Where a list ends before everything was in it. */
  only: (most: number) => string
}

const pl: ListWords = {
  timeline: 'oś czasu',
  finds: 'wyniki wyszukiwania',
  people: 'osoby kontaktowe',
  contractors: 'kontrahenci',
  tasks: { mine: 'moje zadania', given: 'zadania u innych', all: 'zadania' },
  columns: {
    name: 'Nazwa',
    role: 'Stanowisko',
    phones: 'Telefony',
    addresses: 'Adresy e-mail',
    street: 'Ulica',
    city: 'Miasto',
    manager: 'Opiekun',
    tags: 'Znaczniki',
    priority: 'Priorytet',
    givenBy: 'Zlecone przez',
    accepted: 'Przyjęte',
  },
  priorities: { low: 'niski', normal: 'zwykły', high: 'wysoki' },
  only: most => `To tylko pierwszych ${most}. Zawęź wyszukiwanie, żeby zobaczyć pozostałych.`,
}

const en: ListWords = {
  timeline: 'timeline',
  finds: 'search results',
  people: 'contact persons',
  contractors: 'contractors',
  tasks: { mine: 'my tasks', given: 'tasks of others', all: 'tasks' },
  columns: {
    name: 'Name',
    role: 'Position',
    phones: 'Phones',
    addresses: 'E-mails',
    street: 'Street',
    city: 'City',
    manager: 'Manager',
    tags: 'Tags',
    priority: 'Priority',
    givenBy: 'Given by',
    accepted: 'Accepted',
  },
  priorities: { low: 'low', normal: 'normal', high: 'high' },
  only: most => `These are only the first ${most}. Narrow the search to see the others.`,
}

/** The words in a language. */
export function listWords(language: 'pl' | 'en'): ListWords {
  return language === 'en' ? en : pl
}
