/** What to register at Microsoft so that Outlook's own account signs in, in Polish. */
export const nestedPl = {
  heading: 'Logowanie kontem Outlooka: co zarejestrować u Microsoftu',
  lead: 'Dzięki temu panel w Outlooku loguje się sam kontem Microsoft 365, bez okna i hasła. Zrób to raz w entra.microsoft.com, w rejestracji aplikacji o tym identyfikatorze (Rejestracje aplikacji).',
  web: 'Uwierzytelnianie → Dodaj platformę → Sieć Web, identyfikator URI przekierowania (logowanie w przeglądarce i w osobnym oknie):',
  spa: 'Uwierzytelnianie → Dodaj platformę → Aplikacja jednostronicowa (SPA), identyfikator URI przekierowania (panel w Outlooku):',
  api: 'Uwidocznij interfejs API → Identyfikator URI aplikacji:',
  scope: 'Tamże → Dodaj zakres, wyrażać zgodę mogą administratorzy i użytkownicy:',
  version: 'Manifest → w części api ustaw wersję tokenów 2:',
  consent:
    'Uprawnienia interfejsu API → Dodaj uprawnienie → Moje interfejsy API → ta aplikacja → access_as_user, a potem Udziel zgody administratora. Bez tego Outlook zapyta każdego o zgodę.',
  issuer: 'Wystawcą w Lupie musi być jedna dzierżawa, nie „common” ani „organizations”:',
  clientMissing: 'client-ID',
  test: 'Sprawdź: otwórz panel w Outlooku. Za pierwszym razem osoba trafia do „Nieznanych osób”, gdzie łączysz ją z kontem; potem wchodzi bez pytania.',
}

/** What each language must say. */
export type NestedText = typeof nestedPl
