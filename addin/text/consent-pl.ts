import { type Forms, plural } from './plural.ts'

const mailForms: Forms = { one: 'mail', few: 'maile', many: 'maili', other: 'maila' }
const mails = (number: number) => plural('pl', number, mailForms)
const minutes = (number: number) =>
  plural('pl', number, { one: 'minucie', few: 'minutach', many: 'minutach', other: 'minuty' })

/** Every sentence about what the owner of a mailbox consents to, in Polish. */
export const consentPl = {
  consent: {
    title: 'Zgoda na przypisywanie',
    open: 'Zmień zgodę',
    openFor: (mailbox: string) => `Zmień zgodę: ${mailbox}`,
    lead: 'Ty decydujesz, co z twojej skrzynki trafia samo do kartotek i kiedy zobaczą to inni. Zmiana działa na maile, które dopiero przyjdą; przypisane zostają tak, jak są.',
    files: 'Co przypisywać samo',
    filesValues: {
      all: 'odebrane i wysłane',
      received: 'tylko odebrane',
      sent: 'tylko wysłane',
      nothing: 'nic; wszystko czeka na moją decyzję',
    },
    release: 'Kiedy zobaczą to inni',
    releaseValues: {
      'at-once': 'od razu',
      'after-grace': 'po czasie na zmianę zdania',
      'by-hand': 'dopiero, gdy sam pokażę',
    },
    grace: 'Czas na zmianę zdania, w minutach',
    graceHint: 'Przez ten czas przypisany mail widzisz tylko ty i możesz go zostawić dla siebie. Od 1 minuty do 7 dni.',
    graceWrong: 'Wpisz liczbę minut od 1 do 10080.',
    audience: 'Kto to zobaczy',
    audienceValues: { file: 'ci, którzy widzą kontrahenta albo sprawę', own: 'tylko ja i wybrane osoby' },
    marks: 'Oznaczaj przypisane maile w skrzynce',
    marksHint: 'Znak „Lupa” zobaczysz w programie pocztowym na liście maili.',
    folders: 'Foldery',
    foldersHint: 'Po jednym w wierszu, najwyżej 8. Puste: odebrane i wysłane.',
    foldersWrong: 'Wpisz najwyżej 8 folderów, każdy o nazwie do 500 znaków.',
    save: 'Zapisz zgodę',
    saved: 'Zapisano zgodę.',
    summary: {
      files: {
        all: 'Samo trafia do kartotek: odebrane i wysłane.',
        received: 'Samo trafia do kartotek: tylko odebrane.',
        sent: 'Samo trafia do kartotek: tylko wysłane.',
        nothing: 'Nic nie trafia samo do kartotek.',
      },
      atOnce: 'Inni widzą to od razu.',
      afterGrace: (number: number) => `Inni widzą to po ${minutes(number)}.`,
      byHand: 'Inni widzą to dopiero, gdy właściciel pokaże.',
      own: 'Tylko wybrane osoby.',
      by: (name: string) => `Zgodę zapisano na koncie: ${name}`,
    },
    markTroubles: {
      'no-marks': 'Serwer tej skrzynki nie przyjmuje znaków, więc przypisane maile nie są oznaczane.',
      'marks-denied': 'Serwer nie pozwala nam zmieniać znaków w tej skrzynce, więc przypisane maile nie są oznaczane.',
    },
    held: (number: number) => `Tylko ty widzisz na razie: ${mails(number)}`,
    helpers: {
      title: 'Kto pomaga przypisywać',
      open: 'Kto pomaga',
      openFor: (mailbox: string) => `Kto pomaga przypisywać: ${mailbox}`,
      lead: 'Wybrane osoby i grupy zobaczą u siebie, w „Do przypisania”, maile z tej skrzynki, które czekają na decyzję. Mogą je przeczytać, przypisać albo pominąć; wystarczy decyzja jednej osoby. Niczego więcej z twojej poczty nie zobaczą.',
      save: 'Zapisz',
      saved: 'Zapisano, kto pomaga.',
      some: (names: string) => `W przypisywaniu pomagają: ${names}.`,
      others: 'inne osoby',
      onlyMe: 'Maile, które czekają na decyzję, widzisz tylko ty.',
      onlyOwner: 'Maile, które czekają na decyzję, widzi tylko właściciel.',
    },
  },
}

/** The shape of these texts, which every language fills. */
export type ConsentText = typeof consentPl
