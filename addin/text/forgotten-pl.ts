/** What is said to who forgot his password, in Polish; loaded only when it is needed. */
export const forgottenPl = {
  title: 'Nie pamiętasz hasła?',
  lead: 'Podaj adres, którym się logujesz. Przyślemy link do ustawienia nowego hasła.',
  email: 'Adres e-mail',
  button: 'Wyślij link',
  back: 'Wróć do logowania',
  sentTitle: 'Sprawdź pocztę',
  sent: (email: string) =>
    `Jeśli adres ${email} ma w Lupie konto z hasłem, za chwilę przyjdzie na niego link. Działa raz, przez godzinę.`,
  notCome:
    'Nie przychodzi? Zajrzyj do spamu. Jeśli logujesz się kontem firmowym, hasła tu nie ma: użyj jego przycisku.',
  noMail: 'Lupa nie wysyła tu poczty, więc poproś administratora: utworzy dla ciebie jednorazowy link.',
  wrongAddress: 'To nie jest adres e-mail.',
}

/** What each language must say. */
export type ForgottenText = typeof forgottenPl
