import { type Scenario, them, us } from './scenario.ts'

/** Conversations about invoices, payments and balances with those who buy from us. */
export const moneyScenarios: Scenario[] = [
  {
    key: 'invoice',
    trades: ['customer', 'public', 'private'],
    desk: 'accounting',
    reaches: 'accounting',
    subjects: ['Faktura {faktura}', 'Faktura VAT nr {faktura}', 'Meblosfera – faktura {faktura}'],
    steps: [
      us(
        [
          '[W załączeniu przesyłam fakturę|Przesyłam w załączniku fakturę] nr {faktura} na kwotę {kwota}, termin płatności {platnosc}.',
          '?[Faktura dotyczy zamówienia {zamowienie}.|Faktura została także przesłana do KSeF.] [Proszę o terminową płatność.|Numer rachunku pozostał bez zmian.]',
        ],
        ['invoice', 'e-invoice'],
      ),
      them([
        '[Dziękuję, fakturę otrzymaliśmy.|Faktura wpłynęła, dziękuję.] [Przekazuję do akceptacji.|Zostanie opłacona w terminie.|Czy mogą Państwo podać numer KSeF?]',
      ]),
      us(
        ['[Proszę bardzo.|Już podaję.] Numer KSeF: {ksef}.', '?[Wizualizację faktury dołączam jeszcze raz.]'],
        ['invoice'],
      ),
    ],
  },
  {
    key: 'invoice-query',
    trades: ['customer', 'public'],
    desk: 'accounting',
    reaches: 'accounting',
    subjects: ['Błąd na fakturze {faktura}', 'Faktura {faktura} – prośba o korektę', 'Pytanie do faktury {faktura}'],
    steps: [
      them(
        [
          'Na fakturze nr {faktura} [jest błędny adres|ilość nie zgadza się z dokumentem WZ|nie uwzględniono rabatu {rabat}]. [Proszę o korektę.|Prosimy o wystawienie faktury korygującej.]',
          '?[Bez korekty nie możemy puścić przelewu.|Zgodnie z zamówieniem powinno być {ilosc2} szt.|Fakturę z zaznaczonym błędem dołączam.]',
        ],
        ['invoice'],
      ),
      us(
        [
          '[Ma «Pani/Pan» rację, przepraszam za pomyłkę.|Dziękuję za czujność, rzeczywiście wkradł się błąd.] [Faktura korygująca nr {korekta} w załączniku.|Przesyłam korektę nr {korekta}.] [Proszę o potwierdzenie otrzymania.|Proszę o zwrotne potwierdzenie dla celów VAT.]',
        ],
        ['correction'],
      ),
      them([
        '[Potwierdzam otrzymanie korekty nr {korekta}.|Dziękuję, korekta zaksięgowana.] [Przelew wyjdzie w najbliższym tygodniu.|Płatność puścimy w tym tygodniu.]',
      ]),
    ],
  },
  {
    key: 'reminder',
    trades: ['customer', 'public'],
    desk: 'accounting',
    reaches: 'accounting',
    subjects: [
      'Przypomnienie o płatności – {faktura}',
      'Nieopłacona faktura {faktura}',
      'Zaległość: {faktura}, {kwota}',
    ],
    steps: [
      us(
        [
          '[Uprzejmie przypominam|Pragnę przypomnieć|Informuję], że {platnosc} minął termin płatności faktury nr {faktura} na kwotę {kwota}.',
          '[Do dziś nie odnotowaliśmy wpłaty.|Na naszym rachunku nie widzimy jeszcze przelewu.] [Proszę o informację, kiedy możemy się jej spodziewać.|Jeżeli płatność została już zlecona, proszę uznać tę wiadomość za niebyłą.]',
          '?W załączniku zestawienie nierozliczonych pozycji.',
        ],
        ['statement'],
      ),
      them([
        '[Przepraszam, faktura czekała na akceptację dyrektora.|Faktura utknęła w obiegu, bardzo przepraszam.|Czekamy na zapłatę od naszego klienta.] [Przelew wyślemy {termin}.|Zapłacimy w dwóch ratach: połowa dziś, połowa {termin}.]',
      ]),
      us([
        '[Dziękuję za informację, notuję termin {termin}.|Dobrze, wstrzymuję naliczanie odsetek do {termin}.] [Proszę o potwierdzenie przelewu, gdy tylko wyjdzie.|Do tego czasu nowe zamówienia realizujemy po przedpłacie.]',
      ]),
      them(
        [
          '[Przelew wykonany, potwierdzenie w załączniku.|Zapłacone. W załączeniu potwierdzenie z banku.] [Jeszcze raz przepraszam.|Dziękuję za cierpliwość.]',
        ],
        ['transfer'],
      ),
      us(['[Dziękuję, wpłata zaksięgowana, saldo wynosi zero.|Potwierdzam wpływ {kwota}. Dziękuję.]']),
    ],
  },
  {
    key: 'balance',
    trades: ['customer', 'supplier', 'carrier'],
    desk: 'accounting',
    reaches: 'accounting',
    subjects: ['Potwierdzenie salda', 'Potwierdzenie sald za {miesiac}', 'Uzgodnienie rozrachunków'],
    steps: [
      us(
        [
          '[Zgodnie z art. 26 ustawy o rachunkowości|W ramach inwentaryzacji rozrachunków] proszę o potwierdzenie salda na ostatni dzień miesiąca: {miesiac}. [Według naszych ksiąg wynosi ono {kwota}.|Saldo po naszej stronie: {kwota}.]',
          'Formularz w załączniku [proszę odesłać do {termin}|prosimy podpisać i odesłać mailem].',
        ],
        ['balance'],
      ),
      them(
        [
          '[U nas wychodzi inna kwota.|Saldo niezgodne, różnica dotyczy faktury {faktura}.] [Przesyłam wydruk z naszego systemu.|W załączeniu nasze zestawienie.]',
        ],
        ['statement'],
      ),
      us(
        [
          '[Różnica wynika z korekty nr {korekta}, która chyba do Państwa nie dotarła.|Faktura {faktura} została zaksięgowana u nas dzień później.] [Przesyłam ją ponownie.|W załączniku brakujący dokument.]',
        ],
        ['correction'],
      ),
      them(['[Teraz się zgadza, dziękuję.|Wszystko jasne.] Podpisany formularz w załączeniu.'], ['signed-protocol']),
    ],
  },
  {
    key: 'credit-limit',
    trades: ['customer'],
    desk: 'accounting',
    reaches: 'board',
    subjects: ['Limit kupiecki', 'Zwiększenie limitu kupieckiego', 'Wydłużenie terminu płatności'],
    steps: [
      them([
        '[W związku z rosnącymi zamówieniami|Ponieważ sezon przed nami,] [prosimy o zwiększenie limitu kupieckiego do {saldo}|chcielibyśmy poprosić o wydłużenie terminu płatności do 45 dni].',
        '?[Współpracujemy od lat i zawsze płacimy w terminie.|Jeżeli potrzebne są dokumenty finansowe, chętnie je prześlemy.]',
      ]),
      us([
        '[Rozumiem i przekażę wniosek zarządowi.|Dziękuję za wiadomość.] [Potrzebuję bilansu i rachunku wyników za ostatni rok.|Ubezpieczyciel należności prosi o aktualne dane finansowe.]',
      ]),
      them(
        [
          '[Dokumenty w załączniku.|Przesyłam sprawozdanie.] [Prosimy o poufność.|Dane są przed audytem, ale już się nie zmienią.]',
        ],
        ['statement'],
      ),
      us(
        [
          '[Limit został podniesiony do {saldo}.|Zarząd zgodził się na limit {saldo}.] [Obowiązuje od dziś.|Termin płatności pozostaje 30 dni.] [Aneks w załączniku.|Przesyłam aneks do podpisu.]',
        ],
        ['contract'],
      ),
      them(
        [
          '[Bardzo dziękujemy.|Dziękuję, to nam bardzo pomoże.] [Podpisany aneks odsyłam.|Aneks podpisany, skan w załączeniu.]',
        ],
        ['signed-contract'],
      ),
    ],
  },
  {
    key: 'prepayment',
    trades: ['customer', 'private'],
    desk: 'accounting',
    reaches: 'trade',
    subjects: ['Faktura zaliczkowa {faktura}', 'Zaliczka do zamówienia {zamowienie}', 'Przedpłata – {zamowienie}'],
    steps: [
      us(
        [
          'Do zamówienia nr {zamowienie} [wystawiliśmy fakturę zaliczkową|przesyłam fakturę zaliczkową] nr {faktura}. [Produkcję uruchomimy po zaksięgowaniu wpłaty.|Po wpłacie od razu zaczynamy produkcję.]',
          '?Kwota zaliczki: {kwota}, prosimy o wpłatę do {platnosc}.',
        ],
        ['invoice'],
      ),
      them(
        ['[Zaliczka wpłacona, potwierdzenie w załączniku.|Przelew wyszedł dziś rano, dołączam potwierdzenie.]'],
        ['transfer'],
      ),
      us([
        '[Dziękuję, wpłata dotarła.|Potwierdzam wpływ zaliczki.] [Zamówienie trafiło na produkcję, termin: {termin2}.|Przewidywany termin odbioru to {termin2}.]',
      ]),
    ],
  },
]
