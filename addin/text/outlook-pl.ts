/** What is said about signing in from within Outlook, in Polish; loaded only where nobody is signed in. */
export const outlookPl = {
  account: (name: string) => `Zaloguj się kontem ${name}`,
  window: 'Zaloguj się w osobnym oknie',
  windowHint: 'Tam działa też konto firmowe i drugi składnik.',
  waiting: 'Czekam na okno logowania…',
  noAccount: 'Outlook nie podał konta. Zaloguj się w inny sposób.',
  noWindow: 'Okno logowania się nie otworzyło. Zezwól na wyskakujące okna dla Outlooka albo wpisz hasło.',
  closed: 'Okno logowania zostało zamknięte, zanim się udało.',
}

/** What each language must say. */
export type OutlookText = typeof outlookPl
