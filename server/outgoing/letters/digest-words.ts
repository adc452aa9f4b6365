/** What the daily letter says. */
export interface DigestWords {
  /** `meetings` are those of today. */
  subject: (news: number, tasks: number, meetings: number) => string
  greeting: (name: string) => string
  today: string
  tomorrow: string
  /** When a meeting is, by the clock of the country where the company is. */
  at: (startsAt: string, endsAt: string | null) => string
  late: string
  due: string
  news: string
  dueOn: (day: string) => string
  told: Record<'shared' | 'task', (by: string) => string>
  opened: string
  personOpened: string
  handedOver: (from: string) => string
  untitled: string
  kept: (number: number) => string
  button: string
  end: string
}

const day = (locale: string, text: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(`${text}T12:00:00`))

const DAY_MS = 86_400_000
const timeZone = 'Europe/Warsaw'

/** The time of a meeting in words: from when to when; with days where it is on several; `allDay` for one of whole days. */
const hours = (locale: string, allDay: string) => {
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const isMidnight = (moment: Date) => clock.format(moment) === clock.format(MIDNIGHT)
  return (startsAt: string, endsAt: string | null) => {
    const start = new Date(startsAt)
    if (endsAt === null) return clock.format(start)
    const end = new Date(endsAt)
    if (isMidnight(start) && isMidnight(end) && end > start) {
      const last = new Date(end.getTime() - DAY_MS / 2)
      return days.format(start) === days.format(last) ? allDay : days.formatRange(start, last)
    }
    return (days.format(start) === days.format(end) ? clock : both).formatRange(start, end)
  }
}
const MIDNIGHT = new Date('2026-01-01T00:00:00+01:00')

const pl: DigestWords = {
  subject: (news, tasks, meetings) =>
    `Lupa dzisiaj: nowe ${news}, zadania ${tasks}${meetings > 0 ? `, spotkania ${meetings}` : ''}`,
  greeting: name => `Dzień dobry, ${name}!`,
  today: 'Spotkania dzisiaj',
  tomorrow: 'Spotkania jutro',
  at: hours('pl', 'cały dzień'),
  late: 'Zadania po terminie',
  due: 'Zadania na dzisiaj',
  news: 'Nowe w tym, co obserwujesz',
  dueOn: text => `termin ${day('pl', text)}`,
  told: { shared: by => `udostępnia ci ${by}`, task: by => `zadanie od: ${by}` },
  opened: 'Administrator otworzył w trybie awaryjnym coś, czym się opiekujesz',
  personOpened: 'Administrator przygotował kopię danych osoby, z którą korespondujesz',
  handedOver: from => `Przejmujesz to, czym zajmowała się inna osoba: ${from}`,
  untitled: 'Pozycja bez tytułu',
  kept: number => `Poufne, tu nienazwane: ${number}. Zobaczysz je po zalogowaniu.`,
  button: 'Otwórz Lupę',
  end: 'Ten mail przychodzi raz dziennie. Wyłączysz go na stronie „Twoje konto”.',
}

const en: DigestWords = {
  subject: (news, tasks, meetings) =>
    `Lupa today: ${news} new, ${tasks} to do${meetings > 0 ? `, ${meetings === 1 ? '1 meeting' : `${meetings} meetings`}` : ''}`,
  greeting: name => `Hello ${name},`,
  today: 'Meetings today',
  tomorrow: 'Meetings tomorrow',
  at: hours('en-GB', 'all day'),
  late: 'Late tasks',
  due: 'Tasks for today',
  news: 'New in what you follow',
  dueOn: text => `due ${day('en-GB', text)}`,
  told: { shared: by => `shared with you by ${by}`, task: by => `a task from ${by}` },
  opened: 'An administrator used emergency access to open something that you look after',
  personOpened: 'An administrator made a copy of the data of a person with whom you correspond',
  handedOver: from => `You take over what ${from} looked after`,
  untitled: 'An item without a title',
  kept: number => `Confidential and not named here: ${number}. You see them when you sign in.`,
  button: 'Open Lupa',
  end: 'This mail comes once a day. You can switch it off on the page “Your account”.',
}

export const digestWords = { pl, en }
