import { plural } from './plural.ts'

const mails = (number: number) => plural('pl', number, { one: 'mail', few: 'maile', many: 'maili', other: 'maila' })

/** Every sentence of the work in triage, in Polish. */
export const triagePl = {
  triageWork: {
    lead: 'Maile, których Lupa nie potrafiła przypisać, z twoich skrzynek i z tych, przy których pomagasz; pogrupowane według nadawcy.',
    grouping: 'Grupuj według',
    bySender: 'nadawcy',
    byDomain: 'domeny',
    list: 'Nadawcy',
    mailsOf: (name: string) => `Maile: ${name}`,
    mails,
    mailboxes: (names: string[]) => `${names.length === 1 ? 'skrzynka' : 'skrzynki'} ${names.join(', ')}`,
    noSender: 'nieznany nadawca',
    noSubject: 'bez tematu',
    newest: 'Najnowszy',
    fileHere: 'Przypisz',
    fileHereFor: (amount: number, place: string) => `Przypisz: ${place} (${mails(amount)})`,
    file: 'Przypisz…',
    fileFor: (name: string) => `Przypisz: ${name}`,
    create: 'Nowy kontrahent…',
    createFor: (name: string) => `Nowy kontrahent: ${name}`,
    leaveOut: 'Pomiń',
    leaveOutFor: (name: string) => `Pomiń: ${name}`,
    read: 'Przeczytaj',
    readFor: (subject: string) => `Przeczytaj: ${subject}`,
    mailNamed: (subject: string) => `Treść maila: ${subject}`,
    recover: 'Przywróć',
    recoverFor: (name: string) => `Przywróć: ${name}`,
    suggested: 'Propozycja',
    keys: 'Klawisze na liście: J i K – w dół i w górę, Enter – pokaż maile, O – przeczytaj najnowszy, F – przypisz, N – nowy kontrahent, X – pomiń, U – cofnij.',
    keysLeftOut:
      'Klawisze na liście: J i K – w dół i w górę, Enter – pokaż maile, O – przeczytaj najnowszy, R – przywróć, U – cofnij.',
    dialogTitle: (amount: number) => `Przypisz ${mails(amount)}`,
    contractor: 'Kontrahent',
    otherContractor: 'Wybierz innego kontrahenta',
    contractorMissing: 'Wybierz kontrahenta.',
    caseFile: 'Sprawa',
    noCase: 'Bez sprawy, do kartoteki',
    caseNotMade: 'Nie udało się utworzyć sprawy, więc wszystko zostało tam, gdzie było.',
    button: 'Przypisz',
    busy: (amount: number) => `Pracuję, zrobione: ${mails(amount)}.`,
    filed: (amount: number) => `Przypisano: ${mails(amount)}.`,
    leftOut: (amount: number) => `Pominięto: ${mails(amount)}.`,
    recovered: (amount: number) => `Przywrócono: ${mails(amount)}.`,
    notDone: (amount: number) => `Nie udało się: ${mails(amount)}; czekają dalej.`,
    undone: 'Cofnięto.',
  },
}

/** The shape of these texts, which every language fills. */
export type TriageText = typeof triagePl
