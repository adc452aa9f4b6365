import type { RefusalCode } from './refusal.ts'

/** What each refusal says to a person, in Polish: on our pages, and in `detail` to whoever asks without them. */
export const refusalsPl = {
  invalid: 'Serwer nie przyjął tych danych. Popraw je i spróbuj ponownie.',
  'tax-id-wrong': 'Ten numer jest błędny: nie zgadza się cyfra kontrolna. Sprawdź go i popraw.',
  'common-password':
    'To hasło jest jednym z najczęściej używanych i odgadywanych. Wybierz inne, najlepiej z kilku słów.',
  'not-signed-in': 'Sesja wygasła. Zaloguj się ponownie.',
  'wrong-password': 'Adres lub hasło się nie zgadza.',
  'password-needed': 'Potwierdź to swoim hasłem.',
  'code-needed': 'Wpisz sześciocyfrowy kod z aplikacji uwierzytelniającej.',
  'wrong-code': 'Kod się nie zgadza albo został już użyty. Poczekaj na następny i wpisz go.',
  'second-factor-needed': 'Firma wymaga drugiego składnika. Zaloguj się w przeglądarce i ustaw go tam.',
  'identity-unknown':
    'To konto nie jest jeszcze połączone z Lupą. Administrator widzi twoją prośbę i może je połączyć.',
  'account-refused': 'Lupa nie przyjęła konta Microsoft. Zaloguj się w inny sposób.',
  'ticket-spent': 'Ten odnośnik do pobrania był już użyty albo wygasł. Zacznij pobieranie od nowa.',
  'not-allowed': 'Nie masz do tego uprawnień. Poproś opiekuna kontrahenta lub sprawy.',
  'not-found': 'Tego już tu nie ma albo nie masz do tego dostępu.',
  'method-not-allowed': 'Serwer nie zna tej czynności. Być może dodatek jest nowszy niż serwer.',
  'enough-related': 'Kontrahent może mieć najwyżej 20 powiązanych kontrahentów.',
  'group-in-use':
    'Ta grupa daje jeszcze dostęp: do kontrahentów, spraw, pojedynczych pozycji albo skrzynki, lub jest w ustawieniach dostępu. Najpierw zastąp ją tam innymi osobami.',
  'contractor-in-use':
    'Tego kontrahenta już użyto, choćby w regule, powiązaniu albo wyborze przy mailu. Zostaje. Jeśli to ten sam kontrahent co inny, połącz ich kartoteki.',
  'own-person': 'To adres twojej firmy.',
  'person-erased': 'Dane tej osoby usunięto na jej wniosek. Administrator może pozwolić jej wrócić.',
  'account-on': 'To konto jest włączone. Najpierw je wyłącz, potem przekaż, co po nim zostało.',
  'case-closed': 'Ta sprawa jest zamknięta. Wybierz inną albo ją otwórz.',
  'no-mail-server': 'Nie podano serwera poczty wychodzącej. Podaj go na stronie Poczta wychodząca.',
  'mail-not-taken': 'Serwer poczty wychodzącej nie przyjął maila. Szczegóły są na stronie Poczta wychodząca.',
  'webhook-not-taken': 'Adres webhooka nie przyjął powiadomienia. Szczegóły są na stronie Webhooki.',
  'no-public-url':
    'Serwer nie zna swojego adresu https, którego potrzebują programy pocztowe. Poproś administratora o ustawienie LUPA_PUBLIC_URL.',
  'on-hold':
    'Usuwanie jest tu wstrzymane, więc musi to zostać na swoim miejscu. Poproś administratora, żeby najpierw je wznowił.',
  'changed-meanwhile':
    'Ktoś zmienił to, odkąd masz to otwarte, więc nic nie zapisano. Sprawdź, co jest tu teraz, i zapisz ponownie.',
  'already-there': 'To już istnieje. Odszukaj je zamiast tworzyć drugi raz.',
  'address-taken': 'Ten adres e-mail ma już inna osoba u tego kontrahenta. Usuń go najpierw u niej.',
  'too-large': 'To jest za duże dla serwera: mail może mieć najwyżej 150 MB, plik 100 MB, inne dane mniej.',
  'wrong-media-type': 'Serwer nie przyjmuje plików tego rodzaju.',
  'not-processable': 'Serwer nie umie odczytać tej wiadomości.',
  'list-unreadable': 'Serwer nie umie odczytać tej listy. Zapisz ją jeszcze raz jako CSV albo XLSX.',
  'ambiguous-pattern': 'Takiego wzoru nie da się odróżnić od innych numerów.',
  'told-by-mail': 'Mail ma własny tytuł, rodzaj i datę. Prześlij go bez nich.',
  'takes-too-long': 'Odczytanie tego pliku trwa za długo albo wymaga za dużo pamięci, więc serwer je przerwał.',
  'too-many': 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.',
  internal: 'Błąd po stronie serwera. Spróbuj ponownie; jeśli to nie pomoże, powiadom administratora.',
  unavailable: 'Serwer jest chwilowo niedostępny. Spróbuj ponownie za chwilę.',
  'provider-silent':
    'Dostawca logowania nie odpowiada albo jest źle ustawiony. Spróbuj ponownie lub zaloguj się hasłem.',
  'storage-full': 'Na serwerze skończyło się miejsce. Powiadom administratora.',
} satisfies Record<RefusalCode, string>
