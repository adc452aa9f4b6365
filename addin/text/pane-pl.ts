import { type Forms, plural } from './plural.ts'

const mailForms: Forms = {
  one: 'wiadomość czeka',
  few: 'wiadomości czekają',
  many: 'wiadomości czeka',
  other: 'wiadomości czeka',
}

/** What the pane says of quick additions, of files at hand and of signatures, in Polish. */
export const panePl = {
  quick: {
    heading: 'Dodaj z tej wiadomości',
    title: 'Tytuł',
    when: 'Kiedy',
    due: 'Termin',
    me: 'Ja',
    direction: 'Kierunek',
    in: 'Zadzwoniono do nas',
    out: 'My zadzwoniliśmy',
    note: 'Notatka',
    origin: (who: string, subject: string) => `Z wiadomości „${subject}”, ${who}`,
    button: 'Zapisz',
    busy: 'Zapisuję…',
    done: (title: string) => `Zapisano: ${title}`,
    failed: 'Nie zapisano. To, co wpisano, zostało.',
  },

  ownTitle: {
    add: 'Nadaj tytuł',
    title: 'Własny tytuł',
    notKept: (place: string) => `Przypisano: ${place}. Własnego tytułu nie udało się zapisać.`,
  },

  hand: {
    follow: 'Obserwuj kontrahenta',
    unfollow: 'Nie obserwuj kontrahenta',
    followed: 'Obserwujesz. O nowościach powiedzą powiadomienia.',
    unfollowed: 'Już nie obserwujesz.',
    pin: 'Przypnij kartotekę',
    unpin: 'Zdejmij kartotekę z przypiętych',
    pinned: 'Przypięte',
    recent: 'Ostatnio oglądane',
    triage: (number: number, isMore: boolean) =>
      isMore ? `Ponad ${number} wiadomości czeka na decyzję` : `${plural('pl', number, mailForms)} na decyzję`,
  },

  heads: {
    upcoming: 'Nadchodzące',
    more: (number: number) => `i jeszcze ${number}`,
    waiting: {
      us: (long: string) => `Czeka na naszą odpowiedź: ${long}`,
      them: (long: string) => `Czekamy na odpowiedź: ${long}`,
    },
    underAnHour: 'mniej niż godzina',
    hours: (count: number) => plural('pl', count, { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' }),
    days: (count: number) => plural('pl', count, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' }),
  },

  signature: {
    found: 'Uzupełniono z treści wiadomości. Sprawdź.',
    phone: 'Telefon',
  },
}
