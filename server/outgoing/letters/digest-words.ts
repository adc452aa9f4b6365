/** What the daily letter says. */
export interface DigestWords {
  subject: (news: number, tasks: number) => string
  greeting: (name: string) => string
  late: string
  due: string
  news: string
  dueOn: (day: string) => string
  told: Record<'shared' | 'task', (by: string) => string>
  opened: string
  personOpened: string
  untitled: string
  kept: (number: number) => string
  button: string
  end: string
}

const day = (locale: string, text: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(`${text}T12:00:00`))

const pl: DigestWords = {
  subject: (news, tasks) => `Lupa dzisiaj: nowe ${news}, zadania ${tasks}`,
  greeting: name => `Dzień dobry, ${name}!`,
  late: 'Zadania po terminie',
  due: 'Zadania na dzisiaj',
  news: 'Nowe w tym, co obserwujesz',
  dueOn: text => `termin ${day('pl', text)}`,
  told: { shared: by => `udostępnia Ci ${by}`, task: by => `zadanie od: ${by}` },
  opened: 'Administrator otworzył w trybie awaryjnym coś, czym się opiekujesz',
  personOpened: 'Administrator przygotował kopię danych osoby, z którą masz korespondencję',
  untitled: 'Pozycja bez tytułu',
  kept: number => `Poufne, tu nienazwane: ${number}. Zobaczysz je po zalogowaniu.`,
  button: 'Otwórz Lupę',
  end: 'Ten mail przychodzi raz dziennie. Wyłączysz go na stronie Twoje konto.',
}

const en: DigestWords = {
  subject: (news, tasks) => `Lupa today: ${news} new, ${tasks} to do`,
  greeting: name => `Hello ${name},`,
  late: 'Late tasks',
  due: 'Tasks for today',
  news: 'New in what you follow',
  dueOn: text => `due ${day('en-GB', text)}`,
  told: { shared: by => `shared with you by ${by}`, task: by => `a task from ${by}` },
  opened: 'An administrator opened by emergency something that you look after',
  personOpened: 'An administrator made a copy of the data of a person with whom you correspond',
  untitled: 'An item without a title',
  kept: number => `Confidential and not named here: ${number}. You see them when you sign in.`,
  button: 'Open Lupa',
  end: 'This mail comes once a day. You can switch it off on the page Your account.',
}

export const digestWords = { pl, en }
