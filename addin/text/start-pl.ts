import type { FirstStep } from '../../shared/first-run.ts'
import { plural } from './plural.ts'

const mails = (number: number) => plural('pl', number, { one: 'mail', few: 'maile', many: 'maili', other: 'maila' })
const senders = (number: number) =>
  plural('pl', number, {
    one: 'nadawca jest nieznany',
    few: 'nadawcy są nieznani',
    many: 'nadawców jest nieznanych',
    other: 'nadawcy jest nieznane',
  })
const filed = (number: number) =>
  plural('pl', number, {
    one: 'przypisałby się sam',
    few: 'przypisałyby się same',
    many: 'przypisałoby się samo',
    other: 'przypisałoby się samo',
  })
const waiting = (number: number) =>
  plural('pl', number, {
    one: 'czekałby na decyzję',
    few: 'czekałyby na decyzję',
    many: 'czekałoby na decyzję',
    other: 'czekałoby na decyzję',
  })
const without = (number: number) =>
  plural('pl', number, {
    one: 'zostałby pominięty',
    few: 'zostałyby pominięte',
    many: 'zostałoby pominiętych',
    other: 'zostałoby pominięte',
  })
const day = (text: string) => new Intl.DateTimeFormat('pl', { dateStyle: 'long' }).format(new Date(`${text}T12:00:00`))

/** The guided set-up, in Polish. */
export const startPl = {
  start: {
    title: 'Pierwsze kroki',
    lead: 'Od pustej firmy do pierwszego maila, który sam trafił do kartoteki. Każdy krok można odłożyć i wrócić do niego później.',
    progress: (done: number, all: number) => `Gotowe kroki: ${done} z ${all}`,
    steps: {
      company: 'Firma i jej domeny',
      mailbox: 'Pierwsza skrzynka',
      mail: 'Poczta wychodząca',
      colleagues: 'Współpracownicy',
      programs: 'Dodatki do Outlooka i Thunderbirda',
    } satisfies Record<FirstStep, string>,
    done: 'gotowe',
    skipped: 'odłożone',
    skip: 'Odłóż na później',
    open: 'Otwórz',
    again: 'Zmień',
    next: 'Zapisz i dalej',
    finish: 'Gotowe, dalej',
    whole:
      'Wszystko gotowe. Zaimportuj kontrahentów albo utwórz ich z tego, co czeka w „Do przypisania”, a ich poczta sama trafi do kartotek.',
    toImport: 'Zaimportuj kontrahentów',
    toDashboard: 'Przejdź na pulpit',
    company: 'Nazwa firmy',
    missing: 'Wpisz tę wartość.',
    domains: 'Własne domeny',
    domainsHint:
      'Po jednej w wierszu, np. twojafirma.pl („www.” jest pomijane). Po nich Lupa poznaje, kto jest z firmy; poczty między Wami nie przypisuje.',
    domainWrong: (domain: string) => `${domain} nie może być własną domeną: to nie domena albo publiczna poczta.`,
    mailboxLead:
      'Twoja skrzynka. Najpierw sprawdzimy połączenie i policzymy, co by się z pocztą stało. Niczego jeszcze nie zapisujemy.',
    onMicrosoft: 'Poczta jest w Microsoft 365? Tam łączy się ją bez haseł, dla całej firmy.',
    toMicrosoft: 'Otwórz stronę Microsoft 365',
    seenBy:
      'Po dodaniu Lupa czyta odebrane i wysłane. Co przypisze do kartoteki, od razu widzą ci, którzy widzą tego kontrahenta; resztę tylko ty. Zmienisz to na stronie Skrzynki.',
    alreadyRead: (user: string) =>
      `Skrzynka ${user} jest już czytana. Tu sprawdzisz ją jeszcze raz albo dodasz następną; co się z jej pocztą dzieje, zmienisz na stronie Skrzynki.`,
    try: 'Sprawdź i policz',
    looking: 'Zaglądamy do skrzynki. To może potrwać minutę.',
    works: 'Połączenie działa.',
    preview: (total: number, since: string, files: number) =>
      `${mails(total)} od ${day(since)}, z tego ${filed(files)}.`,
    previewPart: (number: number) => `Policzone na najnowszych: ${mails(number)}.`,
    previewRest: (waits: number, leftOut: number) => `${waiting(waits)}, a ${without(leftOut)}.`,
    strangers: senders,
    strangersHint:
      'Poczta od nieznanych poczeka w „Do przypisania”: utworzysz z niej kontrahenta, a dalszą jego pocztę Lupa przypisze sama.',
    importHint: 'Masz listę kontrahentów w pliku CSV albo XLSX? Wczytaj ją teraz, a potem policz pocztę jeszcze raz.',
    add: 'Dodaj skrzynkę',
    added: (user: string) => `Skrzynka ${user} jest czytana.`,
    triage: 'Otwórz „Do przypisania”',
    mailLead: 'Bez tego serwera zaproszenia przekażesz jako linki, a alarmów i podsumowań nie będzie.',
    colleaguesLead: 'Po jednej osobie w wierszu: imię i nazwisko, a potem adres, np. Anna Nowak anna@twojafirma.pl',
    colleagues: 'Osoby',
    invite: 'Zaproś',
    notInvited: 'Te osoby nie są jeszcze zaproszone. Wybierz „Zaproś” albo usuń je z pola.',
    lineWrong: (line: string) => `Nie rozumiem wiersza: ${line}`,
    invited: (email: string) => `${email}: zaproszenie wysłane`,
    taken: (email: string) => `${email}: ma już konto`,
    link: (email: string) => `${email}: przekaż ten link (działa raz, trzy dni)`,
    copy: 'Kopiuj link',
    programsLead: 'Strona Wdrożenie ma pliki z adresem tego serwera i polecenia dla Microsoft 365.',
    toRollOut: 'Otwórz stronę Wdrożenie',
  },
}
