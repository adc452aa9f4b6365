import { plural } from './plural.ts'

const mails = { one: 'mail', few: 'maile', many: 'maili', other: 'maila' }
const documents = { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' }
const records = { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' }

/** The sentences about one person’s data, in Polish. */
export const personDataPl = {
  personData: {
    title: 'Dane osoby',
    lead: 'Kto pyta, co o nim wiesz, dostaje odpowiedź stąd: co jest i gdzie leży, kopia, usunięcie. Treści nie widać bez pisemnego powodu, a każde sprawdzenie zostaje w dzienniku.',
    query: 'E-mail, imię i nazwisko albo telefon',
    queryHint: 'Co najmniej trzy znaki.',
    search: 'Znajdź',
    foundTitle: 'Kto to może być',
    nobody: 'Nikogo takiego nie ma.',
    more: 'Pasuje więcej osób; wpisz dokładniej.',
    sources: { person: 'osoba kontaktowa', user: 'użytkownik Lupy', mail: 'z nagłówków maili' },
    choose: 'Pokaż',
    chooseFor: (address: string) => `Pokaż dane: ${address}`,
    reportTitle: (address: string) => `Co jest o: ${address}`,
    names: 'Nazwiska',
    addresses: 'Adresy',
    period: 'Maile',
    hash: 'Skrót w dzienniku',
    ownHint:
      'To adres twojej firmy. Konto wyłącza się i przekazuje na stronie użytkowników; korespondencji firmy z tego powodu się nie usuwa.',
    countsTitle: 'Ile czego',
    countsHint: 'Wszystko w Lupie, także to, do czego nie masz dostępu.',
    counts: {
      people: 'osoby kontaktowe',
      addresses: 'adresy w kartotekach',
      mails: 'maile z jej udziałem',
      written: 'napisane przez nią',
      received: 'otrzymane przez nią',
      forwarded: 'przesłane dalej w cudzym mailu',
      copies: 'kopie tych maili w skrzynkach',
      attachments: 'załączniki tych maili',
      documents: 'dokumenty, które z nimi przyszły',
      activities: 'rozmowy, spotkania i zadania',
      triage: 'czekające na przypisanie',
      rules: 'reguły z jej adresem',
      blocked: 'wpisy na liście pomijanych',
      never: 'wpisy „nigdy” w kartotekach',
      accounts: 'konta w Lupie',
      audit: 'wpisy dziennika',
    },
    exportTitle: 'Kopia dla tej osoby',
    exportHint:
      'Jedno archiwum: strona do czytania, dane do odczytu maszynowego (JSON) i jej maile, także z kartotek, których nie widzisz. Właściciele skrzynek z tymi mailami dowiedzą się o tym i poznają powód.',
    reason: 'Powód',
    exportReasonHint: 'Na przykład: wniosek o dostęp z 2 marca. Co najmniej 10 znaków.',
    export: 'Przygotuj kopię',
    exporting: 'Przygotowuję…',
    holdTitle: 'Wstrzymanie usuwania',
    holdHint: 'Dopóki trwa, nic o tej osobie nie znika: ani z czasem, ani na wniosek, ani przy łączeniu kartotek.',
    holdReasonHint: 'Na przykład: pozew z 4 maja. Co najmniej 10 znaków.',
    placeHold: 'Wstrzymaj usuwanie',
    holdPlaced: 'Wstrzymano usuwanie.',
    liftHold: 'Zakończ',
    liftHoldFor: (address: string) => `Zakończ wstrzymanie: ${address}`,
    holdLifted: 'Wstrzymanie zakończone.',
    by: (name: string) => `na zlecenie: ${name}`,
    eraseTitle: 'Usunięcie',
    eraseHint:
      'Najpierw zobacz, co zniknie i co zostanie. Po usunięciu zostaje tylko skrót adresu, który nie wpuszcza tej osoby z powrotem ze starych skrzynek i list.',
    duties: 'Dokumenty, które firma musi zachować',
    dutiesHint:
      'Maile, z którymi przyszły, też zostają: tak długo, jak mówi strona „Przechowywanie”, a bez okresu bezterminowo.',
    others: 'Usuń też maile, w których są inne osoby spoza firmy',
    preview: 'Pokaż, co zniknie',
    goes: 'Zniknie',
    goesMails: (mailCount: number, documentCount: number) =>
      `${plural('pl', mailCount, mails)}, a z nimi ${plural('pl', documentCount, documents)}, z wszystkich skrzynek i kartotek`,
    goesRecords: (personCount: number, addressCount: number) =>
      `osoby kontaktowe: ${personCount}, adresy w kartotekach: ${addressCount}`,
    redacted: (count: number) => `jej nazwisko i telefon w rozmowach, spotkaniach i zadaniach: ${count}`,
    goesTexts: 'jej adres w notatkach, tytułach, regułach, listach pomijanych i w dzienniku',
    stays: 'Zostanie',
    staysHold: (count: number) => `${plural('pl', count, mails)} wstrzymane w sporze lub kontroli`,
    staysDuty: (count: number) => `${plural('pl', count, mails)} z dokumentami, które firma musi zachować`,
    staysOthers: (count: number) => `${plural('pl', count, mails)} z innymi osobami spoza firmy`,
    staysMentions:
      'maile i pliki innych, które tylko o niej wspominają; po usunięciu dostaniesz ich listę do przejrzenia',
    holdsTitle: 'Co jest wstrzymane',
    heldHint: 'Dla tej osoby usuwanie jest wstrzymane. Najpierw zakończ wstrzymanie.',
    erase: 'Usuń dane tej osoby…',
    eraseDialog: 'Usunięcie danych osoby',
    eraseNow: 'Usuń na zawsze',
    final: 'Usuniętego nie da się przywrócić inaczej niż z kopii zapasowej.',
    eraseReasonHint:
      'Na przykład: wniosek z 2 marca, art. 17. Co najmniej 10 znaków i bez adresu tej osoby, bo powód zostaje.',
    confirmation: 'Wpisz adres jeszcze raz',
    confirmationHint: (address: string) => `Dokładnie: ${address}`,
    asked: 'Usuwanie trwa w tle. Od tej chwili tej osoby nie wpuszczą stare skrzynki ani listy.',
    erasuresTitle: 'Usunięte osoby',
    erasuresHint: 'Bez nazwisk i adresów: skrót, kiedy, kto i dlaczego.',
    noErasures: 'Nikogo nie usunięto.',
    states: { waiting: 'Czeka', running: 'Trwa', done: 'Usunięto', stopped: 'Przerwane: usuwanie wstrzymano' },
    done: (mailCount: number, textCount: number) =>
      `usunięto ${plural('pl', mailCount, mails)}` +
      (textCount > 0
        ? `, zamazano w ${plural('pl', textCount, { one: 'tekście', few: 'tekstach', many: 'tekstach', other: 'tekstach' })}`
        : ''),
    isLifted: 'może wrócić',
    liftTombstone: 'Pozwól wrócić',
    liftTombstoneFor: (hash: string) => `Pozwól wrócić: ${hash}`,
    tombstoneLifted: 'Ta osoba może wrócić. Usunięte nie wraca samo.',
    kept: {
      hold: (count: number) => `wstrzymane: ${count}`,
      duty: (count: number) => `z obowiązku: ${count}`,
      others: (count: number) => `z innymi osobami: ${count}`,
      mention: (count: number) => `wspominają o niej: ${count}`,
      failed: (count: number) => `nie udało się: ${count}`,
    },
    keptList: 'Co zostało',
    noTitle: '(bez tytułu)',
    unseen: {
      message: 'mail, którego nie widzisz w żadnej kartotece',
      document: 'dokument, którego nie widzisz',
      activity: 'działanie, którego nie widzisz',
      person: 'osoba kontaktowa we wstrzymanej kartotece',
      contractor: 'wstrzymana kartoteka',
      case: 'wstrzymana sprawa',
    },
    showMore: 'Pokaż więcej',
    nothing: 'Nic. Tego adresu nie ma w żadnym rekordzie ani mailu.',
    filesTitle: 'W których kartotekach',
    hiddenFile: 'kartoteka, której nie widzisz',
    noFiles: 'W żadnej.',
    inFile: (mailCount: number, documentCount: number, personCount: number) =>
      [
        mailCount > 0 && plural('pl', mailCount, mails),
        documentCount > 0 && plural('pl', documentCount, documents),
        personCount > 0 && `${plural('pl', personCount, records)} wśród osób i adresów`,
      ]
        .filter(Boolean)
        .join(', '),
  },
}
