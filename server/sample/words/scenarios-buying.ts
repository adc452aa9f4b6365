import { type Scenario, them, us } from './scenario.ts'

/** Conversations in which we are the customer: materials and transport. */
export const buyingScenarios: Scenario[] = [
  {
    key: 'material-order',
    trades: ['supplier'],
    desk: 'purchasing',
    reaches: 'trade',
    subjects: ['Zamówienie {zakup} – {materialM}', 'Zamówienie materiału: {materialM}', 'Zamówienie {zakup}'],
    steps: [
      us(
        [
          '[Zamawiam|Proszę o realizację zamówienia:] {miara} {materialu}, [dostawa do Kępna do {termin}|termin {termin}, rozładunek od 7 do 14].',
          '[Numer zamówienia: {zakup}, proszę umieścić go na fakturze.|Nasz numer {zakup}.] [Proszę o potwierdzenie ceny i terminu.|Ceny według obowiązującej umowy.]',
        ],
        ['order'],
      ),
      them(
        [
          '[Potwierdzam zamówienie {zakup}.|Zamówienie przyjęte.] [Cena jak poprzednio, dostawa {termin}.|Wysyłka {dzien}, samochód z windą.]',
          '?[Połowa partii jest na stanie, reszta dojedzie {termin2}.|Przy zamówieniu całego samochodu cena byłaby niższa o {rabat}.]',
        ],
        ['order-sheet'],
      ),
      us([
        '[Dziękuję, czekamy.|Dobrze, w takim razie prosimy o całość jednym transportem.] [Proszę o atest do tej partii.|Prosimy o awizację dzień wcześniej.]',
      ]),
      them(
        [
          '[Awizuję dostawę: {auto}, {kierowca}.|Samochód wyjechał, {kierowca}, nr {auto}.] [Dokument WZ w załączniku.|Atest i WZ dołączam.]',
        ],
        ['waybill', 'certificate'],
        { withCarrier: true },
      ),
    ],
  },
  {
    key: 'cost-invoice',
    trades: ['supplier', 'carrier', 'office'],
    desk: 'accounting',
    reaches: 'accounting',
    subjects: ['Faktura {fakturaDostawcy}', 'Faktura VAT {fakturaDostawcy}', 'e-Faktura nr {fakturaDostawcy}'],
    steps: [
      them(
        [
          '[W załączeniu przesyłam fakturę|Przesyłamy w załączeniu fakturę] nr {fakturaDostawcy} na kwotę {kwota}. [Termin płatności: {platnosc}.|Płatność przelewem do {platnosc}.]',
          '?[Plik XML do systemu księgowego również w załączniku.|Fakturę wysłaliśmy też przez KSeF.]',
        ],
        ['invoice', 'e-invoice'],
      ),
      us([
        '[Dziękuję, faktura trafiła do akceptacji.|Fakturę otrzymaliśmy.] [Brakuje na niej naszego numeru zamówienia, proszę o notę lub korektę.|Proszę o przesyłanie kolejnych faktur na ten sam adres.]',
      ]),
      them(
        ['[Oczywiście, korekta w załączeniu.|Przepraszam za niedopatrzenie, dołączam poprawiony dokument.]'],
        ['correction'],
      ),
    ],
  },
  {
    key: 'price-rise',
    trades: ['supplier', 'carrier'],
    desk: 'purchasing',
    reaches: 'board',
    subjects: ['Zmiana cen od {termin}', 'Informacja o podwyżce', 'Nowe ceny: {materialM}'],
    steps: [
      them(
        [
          '[Ze względu na wzrost kosztów energii i surowców|W związku z sytuacją na rynku] [jesteśmy zmuszeni podnieść ceny o {rabat}|od {termin} obowiązują nowe ceny, wyższe o {rabat}]. [Szczegóły w załączniku.|Nowy cennik przesyłam w załączniku.]',
        ],
        ['price-list'],
      ),
      us([
        '[To już druga zmiana w tym roku.|Podwyżka o {rabat} jest dla nas nie do przyjęcia.] [Mamy sprzedane zamówienia do {termin2} i nie możemy podnieść cen.|Proszę o utrzymanie starych cen dla zamówień już złożonych.]',
      ]),
      them([
        '[Rozumiemy Państwa sytuację.|Po rozmowie z dyrekcją możemy pójść na ustępstwo.] [Dla zamówień złożonych do {termin} zostają stare ceny.|Proponujemy podwyżkę w dwóch etapach.]',
      ]),
      us([
        '[Dziękuję, na tych warunkach możemy się zgodzić.|W porządku, przyjmuję.] [Proszę o potwierdzenie aneksem.|Poproszę o poprawiony cennik.]',
      ]),
      them(['Zgodnie z ustaleniami [przesyłam aneks|w załączeniu aneks do umowy].'], ['contract']),
    ],
  },
  {
    key: 'material-complaint',
    trades: ['supplier'],
    desk: 'purchasing',
    reaches: 'trade',
    subjects: ['Reklamacja materiału – {materialM}', 'Reklamacja {reklamacja}: {materialM}', 'Wadliwa partia {partia}'],
    steps: [
      us(
        [
          'W ostatniej dostawie (zamówienie {zakup}) [partia {materialu} ma wady|część partii {materialu} nie nadaje się do produkcji]. [Krawędzie są wyszczerbione, wilgotność za wysoka.|Odcień różni się od wzornika.|Wymiary odbiegają od normy.]',
          '[Zdjęcia w załączniku.|Przesyłam zdjęcia i protokół.] [Prosimy o wymianę do {termin}.|Wstrzymaliśmy płatność do wyjaśnienia.]',
        ],
        ['photo', 'photo', 'protocol'],
      ),
      them([
        '[Dziękuję za zgłoszenie, przekazuję do działu jakości.|Przykro nam.] [Proszę o numery z etykiet.|Czy możemy przysłać technologa {dzien}?|Proszę odłożyć materiał do oględzin.]',
      ]),
      us(['[Numer partii {partia}, materiał odłożony.|Zapraszamy technologa, {dzien}, po {godzina}.]']),
      them(
        [
          '[Reklamacja uznana, wymiana {termin2}.|Uznajemy wadę. Nowa partia przyjedzie {termin2}, korekta faktury w załączniku.]',
        ],
        ['correction'],
      ),
    ],
  },
  {
    key: 'samples',
    trades: ['supplier'],
    desk: 'purchasing',
    reaches: 'trade',
    subjects: ['Próbki – {materialM}', 'Wzornik na {rok} rok', 'Prośba o próbki i ofertę'],
    steps: [
      us([
        '[Pracujemy nad nową kolekcją i potrzebujemy próbek.|Proszę o wzornik i ofertę.] [Chodzi o pozycję: {materialM}, w trzech odcieniach.|Szukamy odpowiednika koloru {kolor}.]',
      ]),
      them(
        [
          '[Próbki <wysłałam/wysłałem> dziś kurierem.|Wzornik dotrze {dzien}.] [Oferta w załączniku.|Przesyłam ofertę cenową w załączniku.]',
        ],
        ['their-offer'],
      ),
      us([
        '[Próbki dotarły, najbardziej podoba nam się numer 4.|Dziękuję, wzornik jest piękny.] [Jaki jest minimalny nakład?|Jaki byłby termin dla ilości {miara}?]',
      ]),
      them(
        [
          '[Minimum to {miara}, termin trzy tygodnie.|Od ręki mamy połowę, reszta w trzy tygodnie.] [Karta techniczna w załączniku.|Dołączam atest.]',
        ],
        ['certificate'],
      ),
    ],
  },
  {
    key: 'freight',
    trades: ['carrier'],
    desk: 'purchasing',
    reaches: 'trade',
    subjects: ['Zlecenie transportowe {zlecenie}', 'Zlecenie {zlecenie}: Kępno – {miasto2}', 'Transport {termin}'],
    steps: [
      us(
        [
          '[Przesyłam zlecenie transportowe|W załączniku zlecenie] nr {zlecenie}: {palety} palet, {waga} kg, załadunek w Kępnie {termin} o {godzina}, rozładunek {miastoW2}.',
          '[Proszę o dane kierowcy i samochodu.|Potrzebna winda.] [Stawka jak poprzednio.|Proszę o potwierdzenie stawki.]',
        ],
        ['freight-order'],
      ),
      them([
        '[Przyjęte.|Potwierdzam zlecenie {zlecenie}.] [Kierowca {kierowca}, {auto}.|Pojedzie {kierowca}, samochód {auto}.]',
        '?Ze względu na remont drogi wyjedziemy godzinę wcześniej.',
      ]),
      them(
        [
          '[Informuję, że samochód stoi w korku, opóźnienie około dwóch godzin.|Rozładunek zakończony bez uwag.] [Skan dokumentu w załączniku.|List przewozowy dołączam.]',
        ],
        ['waybill'],
      ),
      us([
        '[Dziękuję za informację.|Dziękuję, klient potwierdził odbiór.] [Fakturę proszę przysłać do księgowości.|Do następnego razu.]',
      ]),
    ],
  },
  {
    key: 'transport-damage',
    trades: ['carrier'],
    desk: 'purchasing',
    reaches: 'board',
    subjects: ['Szkoda w transporcie – {zlecenie}', 'Reklamacja przewozowa {zlecenie}', 'Uszkodzenie ładunku {termin}'],
    steps: [
      us(
        [
          'Podczas realizacji zlecenia {zlecenie} [przewróciła się paleta|zamokły kartony]. [Uszkodzonych jest {ilosc2} szt., wartość netto {netto}.|Klient odmówił przyjęcia {ilosc2} szt.]',
          '[W załączeniu protokół szkody i zdjęcia.|Protokół spisany z kierowcą w załączniku.] Proszę o zgłoszenie szkody z polisy.',
        ],
        ['protocol', 'photo', 'photo'],
      ),
      them([
        '[Zgłosiliśmy szkodę ubezpieczycielowi.|Szkoda zgłoszona.] [Potrzebna jest jeszcze faktura sprzedaży towaru.|Likwidator prosi o fakturę i dokument WZ.]',
      ]),
      us(['[Przesyłam brakujące dokumenty.|Faktura w załączniku.]'], ['invoice', 'waybill']),
      them(
        [
          '[Ubezpieczyciel uznał szkodę w całości.|Decyzja pozytywna, w załączniku.] [Wypłata w ciągu 14 dni.|Pieniądze wpłyną do {termin2}.]',
        ],
        ['policy'],
      ),
    ],
  },
]
