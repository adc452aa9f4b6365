/** Senders of newsletters, with their list and what they write. */
export const newsletters = [
  {
    name: 'Branża Meblowa – newsletter',
    email: 'newsletter@branza-meblowa.example',
    list: 'Przeglad <przeglad.branza-meblowa.example>',
    subjects: [
      'Przegląd branży meblarskiej, numer {numer}',
      'Eksport mebli rośnie trzeci kwartał z rzędu',
      'Ceny płyty drewnopochodnej: co dalej?',
      'Targi w Poznaniu: lista wystawców',
    ],
    lines: [
      'Najważniejsze wiadomości tygodnia z rynku drewna i mebli.',
      'Ceny płyty wiórowej ustabilizowały się po wakacyjnych wzrostach.',
      'Producenci z Wielkopolski zwiększają zatrudnienie.',
      'Ruszyła rejestracja na targi meblowe.',
      'Nowe przepisy o opakowaniach: co musi wiedzieć producent.',
    ],
  },
  {
    name: 'Portal Podatnika',
    email: 'biuletyn@portal-podatnika.example',
    list: 'Biuletyn podatkowy <biuletyn.portal-podatnika.example>',
    subjects: [
      'Zmiany w VAT: na co zwrócić uwagę',
      'KSeF krok po kroku',
      'Terminy podatkowe na ten miesiąc',
      'Jak skorygować deklarację',
    ],
    lines: [
      'Przypominamy o terminie złożenia JPK.',
      'Wyjaśniamy, kiedy należy wystawić fakturę korygującą.',
      'Bezpłatny webinar dla księgowych odbędzie się w czwartek.',
      'Nowa interpretacja w sprawie kosztów samochodów.',
    ],
  },
  {
    name: 'Narzędzia Stolarskie Dłuto',
    email: 'promocje@sklep-dluto.example',
    list: 'Promocje <promocje.sklep-dluto.example>',
    subjects: [
      '-20% na frezy tylko do niedzieli',
      'Nowości dla stolarni',
      'Wyprzedaż pił tarczowych',
      'Darmowa dostawa w tym tygodniu',
    ],
    lines: [
      'Tylko do niedzieli rabat na wszystkie frezy z węglika.',
      'Nowe kleje do oklein w magazynie.',
      'Przy zakupach powyżej 500 zł wysyłka gratis.',
      'Polecamy zestaw wierteł do złączy meblowych.',
    ],
  },
  {
    name: 'Akademia Eksportu',
    email: 'kontakt@akademia-eksportu.example',
    list: 'Akademia <lista.akademia-eksportu.example>',
    subjects: ['Szkolenie: Incoterms w praktyce', 'Nowe terminy szkoleń', 'Jak negocjować z kupcem ze Skandynawii'],
    lines: [
      'Zapraszamy na jednodniowe szkolenie w Poznaniu.',
      'Liczba miejsc ograniczona.',
      'Absolwenci otrzymują zaświadczenie.',
      'Przy zapisie dwóch osób trzecia uczestniczy bezpłatnie.',
    ],
  },
] as const

/** Mail between colleagues: subject, then paragraphs. */
export const internalTexts = [
  [
    'Plan produkcji na przyszły tydzień',
    '[Przesyłam plan na przyszły tydzień.|W załączniku plan produkcji.] [Krzesła mają pierwszeństwo.|Tapicernia pracuje w sobotę.]',
    'Proszę o uwagi do {godzina}.',
  ],
  [
    'Urlop',
    '[Chcę wziąć urlop od {termin}.|Od {termin} mnie nie ma.] [Zastępstwo ustalone.|Sprawy bieżące przejmuje Katarzyna.]',
  ],
  [
    'Zebranie działu {dzien}',
    '[Spotykamy się {dzien} o {godzina} w sali na parterze.|Zebranie {dzien}, {godzina}.] [Temat: terminy i reklamacje.|Proszę przygotować listę otwartych spraw.]',
  ],
  [
    'Zestawienie należności',
    '[W załączniku zestawienie przeterminowanych należności.|Aktualna lista dłużników w arkuszu.] [Proszę handlowców o telefony do klientów.|Najważniejsze trzy pozycje oznaczone.]',
  ],
  [
    'Inwentaryzacja',
    'Inwentaryzacja magazynu odbędzie się {termin}. [Wydania wstrzymujemy od {godzina}.|Proszę nie planować wysyłek na ten dzień.]',
  ],
  [
    'Samochód służbowy – rezerwacja',
    '[Biorę Octavię {dzien} od {godzina}.|Potrzebuję samochodu {dzien}.] [Jadę do klienta i wracam wieczorem.|Oddam zatankowany.]',
  ],
  [
    'Nowa wersja cennika do sprawdzenia',
    '[Proszę o sprawdzenie cennika przed wysyłką.|W załączniku robocza wersja cennika.] [Marże są w ukrytej kolumnie, nie wysyłać na zewnątrz.|Ceny foteli jeszcze się zmienią.]',
  ],
  [
    'Drukarka w biurze',
    '[Drukarka na piętrze znów nie działa.|Toner zamówiony.] [Drukujemy na parterze.|Serwis będzie {dzien}.]',
  ],
  [
    'Klient pyta o termin',
    '[Dzwonił klient i pyta, kiedy wyjedzie jego zamówienie.|Mam na linii niecierpliwego klienta.] [Kto to prowadzi?|Proszę o informację, co mam mu powiedzieć.]',
  ],
  [
    'Podział premii',
    '[Projekt podziału premii w załączniku, proszę nie rozsyłać.|Wracam do rozmowy o premiach.] [Decyzja do {termin}.|Omówimy to {dzien}.]',
  ],
] as const

/** First mails of people we do not know: name, subject, paragraphs. */
export const unknownTexts = [
  [
    'Aplikacja na stanowisko tapicera',
    '[<Znalazłam/Znalazłem> ogłoszenie|Piszę w sprawie ogłoszenia] o pracę na stanowisku tapicera. [Mam osiem lat doświadczenia.|Pracuję w zawodzie od kilku lat.] CV w załączniku.',
  ],
  [
    'Oferta współpracy – pozycjonowanie strony',
    '[Przeanalizowaliśmy Państwa stronę.|Państwa strona ma duży potencjał.] [Możemy podwoić liczbę odwiedzin.|Gwarantujemy pierwszą stronę wyników.] Kiedy możemy zadzwonić?',
  ],
  [
    'Pytanie o współpracę',
    '[Prowadzę mały salon meblowy i szukam producenta krzeseł.|Otwieramy restaurację i potrzebujemy stołów i krzeseł.] [Czy sprzedają Państwo hurtowo?|Proszę o katalog i warunki handlowe.]',
  ],
  [
    'Tania energia dla firm',
    '[Od lipca możemy zaproponować stałą cenę prądu.|Pomagamy firmom obniżyć rachunki.] Wystarczy ostatnia faktura za energię.',
  ],
  [
    'Zapytanie o transport',
    '[Mamy wolne samochody na trasie Kępno – Berlin.|Szukamy ładunków powrotnych.] [Stawki konkurencyjne.|Proszę o kontakt.]',
  ],
  [
    'Praktyki studenckie',
    '[Studiuję na kierunku technologia drewna i szukam praktyk.|Czy przyjmują Państwo studentów na praktyki?] [Mogę zacząć w lipcu.|Praktyki trwają cztery tygodnie.]',
  ],
  [
    'Audyt BHP',
    '[Oferujemy audyt BHP i szkolenia pracowników.|Zbliża się termin szkoleń okresowych.] Oferta w załączniku.',
  ],
] as const

/** Private mail to colleagues: subject and paragraphs. */
export const privateTexts = [
  [
    'Zebranie rodziców {dzien}',
    'Przypominam o zebraniu {dzien} o {godzina} w sali 14. [Będzie mowa o wycieczce.|Proszę o wpłatę na komitet.]',
  ],
  [
    'Wizyta kontrolna',
    'Potwierdzamy wizytę {dzien}, {termin}, godzina {godzina}. [Prosimy przyjść 10 minut wcześniej.|W razie rezygnacji prosimy o telefon.]',
  ],
  [
    'Sobota u nas',
    '[Robimy grilla w sobotę, wpadniecie?|Przyjeżdżacie w sobotę?] [Weźcie sałatkę.|Dzieci już pytają.]',
  ],
  [
    'Działka – podział rachunku',
    '[Przyszedł rachunek za wodę na działce.|Trzeba naprawić płot.] Wychodzi po 85 zł na głowę.',
  ],
  ['Trening', '[Trening przeniesiony na {godzina}.|Hala zajęta, gramy {dzien}.] Daj znać, czy będziesz.'],
] as const
