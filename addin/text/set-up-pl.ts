/** The door to an empty company, in Polish. */
export const setUpPl = {
  setUp: {
    title: 'Załóż Lupę swojej firmy',
    lead: 'Pierwsze konto jest administratorem. Reszta zajmie kilkanaście minut, każdy krok można odłożyć.',
    company: 'Nazwa firmy',
    name: 'Imię i nazwisko',
    email: 'E-mail',
    emailHint: 'Tym adresem się logujesz.',
    emailWrong: 'Wpisz adres e-mail.',
    password: 'Hasło',
    hint: 'Co najmniej 8 znaków.',
    short: 'Hasło ma mniej niż 8 znaków.',
    repeat: 'Powtórz hasło',
    differ: 'Hasła się różnią. Wpisz dwa razy to samo.',
    missing: 'Wpisz tę wartość.',
    button: 'Załóż i zaloguj się',
    closed:
      'Ten adres nie otwiera już niczego. Firma jest założona albo serwer uruchomiono ponownie: wtedy nowy adres wypisał przy starcie.',
    toSignIn: 'Przejdź do logowania',
  },
}
