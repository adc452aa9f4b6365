/** What is said about signing in from within Outlook and about drafts there, in Polish; loaded only when it is needed. */
export const outlookPl = {
  account: (name: string) => `Zaloguj się kontem ${name}`,
  window: 'Zaloguj się w osobnym oknie',
  windowHint: 'Tam działa też konto firmowe i drugi składnik.',
  or: 'Albo hasłem',
  waiting: 'Czekam na okno logowania…',
  noAccount: 'Outlook nie podał konta. Zaloguj się w inny sposób.',
  noWindow: 'Okno logowania się nie otworzyło. Zezwól na wyskakujące okna dla Outlooka albo wpisz hasło.',
  closed: 'Okno logowania zamknięto, zanim udało się zalogować.',
  documents: 'Dołącz dokument',
  attach: (name: string) => `Dołącz: ${name}`,
  attached: 'dołączony',
  notAttached: 'Program pocztowy nie przyjął tego pliku. Może jest za duży.',
}

/** What each language must say. */
export type OutlookText = typeof outlookPl
