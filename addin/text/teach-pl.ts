import { type Forms, plural } from './plural.ts'

const mailForms: Forms = { one: 'mail', few: 'maile', many: 'maili', other: 'maila' }
const mails = (number: number) => plural('pl', number, mailForms)
const mailboxes = (number: number) =>
  plural('pl', number, { one: 'skrzynce', few: 'skrzynkach', many: 'skrzynkach', other: 'skrzynki' })
const confidential = (number: number) =>
  plural('pl', number, { one: 'poufny', few: 'poufne', many: 'poufnych', other: 'poufnego' })

/** Every sentence about what people teach and what a new address brings, in Polish. */
export const teachPl = {
  teach: {
    question: 'Czy to dobre miejsce?',
    right: 'Dobre',
    wrong: 'Złe',
    always: 'Zawsze',
    never: 'Nigdy',
    rightFor: (place: string) => `Dobre miejsce: ${place}. Automat już go nie zmieni.`,
    wrongFor: (place: string) => `Złe miejsce: odepnij od ${place}. Ten mail już tu sam nie wróci.`,
    alwaysFor: (sender: string, contractor: string) => `Zawsze przypisuj pocztę od ${sender} do: ${contractor}`,
    neverFor: (sender: string, contractor: string) => `Nigdy nie przypisuj poczty od ${sender} do: ${contractor}`,
    done: {
      right: (place: string) => `Potwierdzono: ${place}. Automat już tego nie zmieni.`,
      wrong: (place: string) => `Odpięto: ${place}. Ten mail już tu sam nie wróci.`,
      always: (sender: string, contractor: string) =>
        `Adres ${sender} należy teraz do: ${contractor}. Jego maile, także dawniejsze, trafią tu same.`,
      never: (sender: string, contractor: string) =>
        `Odpięto. Maile od ${sender} nie trafią już same do: ${contractor}.`,
    },
    failed: 'Nie udało się tego zapamiętać; nic się nie zmieniło.',
  },

  sweep: {
    heading: 'Dawniejsza poczta',
    counts: (found: { mails: number; mailboxes: number; filed: number; confidential: number }) =>
      [
        found.mailboxes > 0 ? `${mails(found.mails)} w ${mailboxes(found.mailboxes)}` : mails(found.mails),
        found.filed > 0 && `${found.filed} już w tej kartotece`,
        found.confidential > 0 && `w tym ${confidential(found.confidential)}`,
      ]
        .filter(Boolean)
        .join(', '),
    waiting: (number: number) => `Na przypisanie czeka: ${mails(number)}.`,
    own: 'Liczymy tylko pocztę, którą widzisz. Maile współpracowników trafią do kartoteki na tych samych zasadach.',
    file: (number: number) => `Przypisz ${mails(number)}`,
    skip: 'Pomiń',
    asking: 'Sprawdzam, co już przyszło z tych adresów…',
    busy: (looked: number, all: number) => `Przypisuję: ${looked} z ${mails(Math.max(looked, all))}`,
    done: (number: number) => `Przypisano: ${mails(number)}.`,
    left: (number: number) => `Reszta (${mails(number)}) czeka na decyzję w „Do przypisania”.`,
    skipped: 'Dawniejsza poczta zostaje, gdzie była. Nowa trafi do kartoteki sama.',
    failed: 'Nie udało się przypisać całej dawniejszej poczty. To, co przypisano, zostaje; resztę dokończy serwer.',
  },
}

/** The shape of these texts, which every language fills. */
export type TeachText = typeof teachPl
