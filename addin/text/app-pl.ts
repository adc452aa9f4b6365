import { activityPl } from './activity-pl.ts'
import { attachmentsPl } from './attachments-pl.ts'
import { caseActsPl } from './case-acts-pl.ts'
import { documentTextPl } from './document-text-pl.ts'
import { documentsPl } from './documents-pl.ts'
import { filePl } from './file-pl.ts'
import { findingPl } from './finding-pl.ts'
import { heldPl } from './held-pl.ts'
import { keepersPl } from './keepers-pl.ts'
import { listsPl } from './lists-pl.ts'
import { pagesPl } from './pages-pl.ts'
import { relatedPl } from './related-pl.ts'
import { sharingPl } from './sharing-pl.ts'
import { triagePl } from './triage-pl.ts'

/** Every sentence of the web application's pages, in Polish. */
export const appPl = {
  skipToContent: 'Przejdź do treści',
  navigation: {
    label: 'Nawigacja główna',
    menu: 'Menu',
    dashboard: 'Pulpit',
    contractors: 'Kontrahenci',
    tasks: 'Zadania',
    triage: 'Do przypisania',
    pane: 'Panel przy mailu',
    mail: 'Poczta',
    rules: 'Reguły',
    admin: 'Administracja',
    users: 'Użytkownicy',
    groups: 'Grupy',
    mailboxes: 'Skrzynki',
    blockList: 'Pomijani nadawcy',
    journal: 'Adresy do kopii',
    templates: 'Szablony maili',
    filingSettings: 'Zasady przypisywania',
    microsoft: 'Microsoft 365',
    start: 'Pierwsze kroki',
    rollOut: 'Wdrożenie',
    outgoing: 'Poczta wychodząca',
    webhooks: 'Webhooki',
    jobs: 'Zadania w tle',
    contractorImport: 'Import kontrahentów',
    duplicates: 'Powtórzeni kontrahenci',
    system: 'System',
    retention: 'Przechowywanie',
    personData: 'Dane osoby',
    documentTypes: 'Typy dokumentów',
    ways: 'Logowanie',
    notifications: 'Powiadomienia',
    access: 'Dostęp',
    audit: 'Dziennik',
    account: 'Twoje konto i ustawienia',
    yourAccount: 'Twoje konto',
    signOut: 'Wyloguj się',
    searchLabel: 'Szukaj we wszystkim',
  },
  settings: {
    language: 'Język',
    theme: 'Wygląd',
    themes: { system: 'jak w systemie', light: 'jasny', dark: 'ciemny' },
  },
  showMore: 'Pokaż więcej',
  /** The menu of what has no room beside it. */
  more: 'Więcej',
  save: 'Zapisz',
  fileField: { choose: 'Wybierz plik', another: 'Wybierz inny plik', none: 'nie wybrano pliku' },
  loadFailed: 'Nie udało się tego wczytać',
  unknownPage: {
    title: 'Nie ma takiej strony',
    lead: 'Adres jest niepełny, stary albo prowadzi do czegoś, czego tu nie ma.',
    back: 'Wróć na pulpit',
  },
  notFound: {
    title: 'Nie ma tu nic do pokazania',
    lead: 'Pozycji o tym adresie nie ma albo nie masz do niej dostępu.',
  },
  dashboard: {
    title: 'Pulpit',
    lead: 'Co nowego, u wszystkich kontrahentów.',
    list: 'Najnowsze pozycje',
    emptyTitle: 'Jeszcze nic tu nie ma',
    empty: 'Pojawi się tu każdy nowy mail, dokument i działanie z kartotek, które widzisz.',
    emptyAction: 'Przejdź do kontrahentów',
  },
  triage: {
    title: 'Do przypisania',
    open: 'Czekają',
    leftOut: 'Pominięte',
    view: 'Które maile',
    emptyTitle: 'Nic nie czeka',
    empty: 'Każdy mail znalazł swoje miejsce.',
    emptyLeftOut: 'Żaden mail nie został pominięty.',
    reasons: {
      'unknown-sender': 'nieznany nadawca',
      'doubtful-sender': 'niepewny nadawca',
      'address-in-name': 'uwaga: nazwa nadawcy pokazuje inny adres niż prawdziwy',
      'look-alike': 'uwaga: domena nadawcy udaje znaną',
      'failed-check': 'uwaga: nadawca nie przeszedł sprawdzenia na naszej bramce pocztowej',
      'several-contractors': 'pasuje do kilku kontrahentów',
      'not-consented': 'skrzynka bez zgody na samodzielne przypisywanie',
      'place-gone': 'miejsce zamknięte lub usunięte, a mail był tylko dla wybranych',
      'to-confirm': 'miejsce do potwierdzenia',
      'blocked-by-me': 'na mojej liście pomijanych',
      'blocked-by-company': 'na firmowej liście pomijanych',
      internal: 'poczta wewnętrzna',
      'auto-reply': 'odpowiedź automatyczna',
      bounce: 'zwrot niedostarczonego maila',
      'by-hand': 'pominięte ręcznie',
      blocked: 'na liście zablokowanych',
      'taken-out': 'odpięte z kartoteki',
      newsletter: 'newsletter',
      'journal-report': 'nieczytelny raport dziennika poczty',
      rule: 'pominęła go reguła',
      other: 'nie udało się odczytać wiadomości',
    },
  },
  pane: {
    title: 'Panel przy mailu',
    lead: 'To samo, co widać obok maila w programie pocztowym. Upuść tu plik .eml albo podaj Message-ID.',
    open: 'Pokazany mail',
    clear: 'Zamknij mail',
    area: 'Panel',
  },
  ...activityPl,
  ...attachmentsPl,
  ...documentTextPl,
  ...documentsPl,
  ...filePl,
  ...heldPl,
  ...caseActsPl,
  ...keepersPl,
  ...relatedPl,
  ...sharingPl,
  ...triagePl,
  ...listsPl,
  ...findingPl,
  ...pagesPl,
}

/** The shape of the application's texts, which every language fills. */
export type AppText = typeof appPl
