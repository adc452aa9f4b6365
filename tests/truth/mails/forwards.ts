import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, leaveOut, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('forwards', mail, truth, afterwards)

/** Mail that reaches us by somebody else's hand: passed on in the text, attached, or from a private account. */
export const forwards: Step[] = [
  arrive(
    {
      key: 'fwd-aneksy-koledze',
      from: 'zych',
      to: 'dudek',
      forwards: 'aneksy-start',
      text: 'Janek, zobacz i powiedz, czy damy radę z montażem w czerwcu.',
    },
    leaveOut('Rozmowa wewnętrzna o kliencie; sama wiadomość klienta już leży w sprawie', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'fwd-inquiry-salon',
      from: 'kuchnie',
      to: 'zych',
      subject: 'Fwd: Zapytanie ze strony – Hotel Żuraw restauracja',
      text: 'Ania, przyszło na salon:\n\n---------- Wiadomość przekazana ----------\nOd: Barbara Czapla <b.czapla@hotel-zuraw.example>\nTemat: Zapytanie ze strony – Hotel Żuraw restauracja\n\nDzień dobry, czy robią Państwo też bufety śniadaniowe do restauracji?',
    },
    belongs('contractor', 'Pierwotnym nadawcą jest klientka; nowy temat, jeszcze bez sprawy', 'hotel'),
  ),
  arrive(
    {
      key: 'fwd-zalacznik-eml',
      from: 'dudek',
      to: 'biuro',
      attaches: 'trasy-start',
      text: 'Do archiwum, bo nie wiem, czy to zapisałem.',
    },
    leaveOut('Wewnętrzne przekazanie wiadomości, która już leży w sprawie', 'transmeb/trasy'),
  ),
  arrive(
    {
      key: 'fwd-lis-dalej',
      from: 'lis',
      to: 'zych',
      subject: 'Fwd: Oświetlenie nad wyspą',
      text: 'Pani Aniu, elektryk pyta o lampy do kuchni pokazowych, proszę o odpowiedź.\n\n---------- Wiadomość przekazana ----------\nOd: Elektro Jar <biuro@elektro-jar.example>\nTemat: Oświetlenie nad wyspą\n\nNa jakiej wysokości punkty świetlne nad wyspą?',
    },
    belongs(
      'contractor',
      'Klientka przekazuje pytanie elektryka; z treści wynika sprawa kuchni pokazowych',
      'meblorama/pokazowe',
    ),
  ),
  arrive(
    {
      key: 'fwd-prywatna-skrzynka',
      from: 'Piotr Maj <piotrek.maj.priv@gmail.com>',
      to: 'maj',
      subject: 'Fwd: Skan kontraktu',
      text: 'Szulc wysłał na prywatny.\n\n---------- Wiadomość przekazana ----------\nOd: Robert Szulc <r.szulc@blatex.example>\nTemat: Skan kontraktu\n\nPanie Piotrze, podpisany kontrakt na blaty kwarcowe w załączniku. Sprawa 2026/0004.',
      attachments: [{ name: 'kontrakt-kwarc-podpisany.pdf', type: 'application/pdf', content: '%PDF-1.4 kontrakt' }],
    },
    belongs('case', 'Pierwotny nadawca i znak sprawy stoją w przekazanej treści', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'fwd-oryginal-hotelu',
      from: 'recepcja',
      to: 'zych',
      forwards: 'saldo-hotel',
      text: 'Przesyłam dalej, księgowość prosiła o pilną odpowiedź w sprawie faktury za aneksy.',
    },
    belongs('contractor', 'Recepcja hotelu przekazuje wiadomość o fakturze za aneksy', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'fwd-dwa-pietra',
      from: 'kos',
      to: 'dudek',
      subject: 'Fwd: Fwd: Uszkodzona paleta',
      text: 'Panie Janie, do wiadomości, to Państwa fronty.\n\n---------- Wiadomość przekazana ----------\nOd: TransMeb spedycja <spedycja@transmeb.example>\nTemat: Fwd: Uszkodzona paleta\n\n---------- Wiadomość przekazana ----------\nOd: Kierowca <kierowca7@transmeb.example>\nTemat: Uszkodzona paleta\n\nPaleta 3 z Kępna przechylona, folia zerwana.',
    },
    belongs('contractor', 'Przewoźnik pisze o palecie ze stałej trasy', 'transmeb/trasy'),
  ),
  arrive(
    {
      key: 'fwd-zony-rachunek',
      from: 'kowalczykzona',
      to: 'kuchnie',
      subject: 'Fwd: Potwierdzenie przelewu',
      text: 'Dzień dobry, przelew za kuchnię zrobiony.\n\n---------- Wiadomość przekazana ----------\nOd: Bank Nasz <potwierdzenia@bank-nasz.example>\nTemat: Potwierdzenie przelewu\n\nKwota 4 000,00 PLN, tytułem: zaliczka kuchnia Lipowa 5, Jan Kowalczyk',
    },
    belongs('case', 'Dorota Kowalczyk pisała już w sprawie kuchni przy Lipowej 5', 'kowalczyk/lipowa5'),
  ),
  arrive(
    {
      key: 'fwd-obca-wiadomosc',
      from: 'nieznany',
      to: 'maj',
      subject: 'Fwd: Oferta tarcicy',
      text: 'Dzień dobry, może się przyda.\n\n---------- Wiadomość przekazana ----------\nOd: Stanisław Dąbrowa <s.dabrowa@stolarnia-dabrowa.example>\nTemat: Oferta tarcicy\n\nPanie Zbyszku, biorę całą dąbrowę z waszego tartaku po 2100.',
    },
    forPerson('Obcy tartak przekazuje wiadomość stolarni do siebie; z nami nie ma to sprawy'),
  ),
  arrive(
    {
      key: 'fwd-eml-od-klienta',
      from: 'rybak',
      to: 'zych',
      attaches: 'mieszkania-start',
      subject: 'Przypomnienie o mieszkaniach pokazowych',
      text: 'Dzień dobry, w załączeniu moja wiadomość z marca. Czy jest już termin?',
    },
    belongs('case', 'Klientka dołącza wiadomość, która leży w sprawie', 'tarasy/mieszkania'),
  ),
  arrive(
    {
      key: 'fwd-maj-do-gajdy',
      from: 'maj',
      to: 'gajda',
      forwards: 'fronty-start',
      subject: 'Fwd: Fronty dębowe – wycena serii A',
      text: 'Panie Tomku, do tych frontów potrzebuję zawiasów z domykiem, 480 kompletów, w ramach naszej rezerwacji 2026/0006.',
    },
    belongs('case', 'Zamówienie zawiasów u dostawcy; wycena stolarni jest tylko przytoczona', 'okucia/zawiasy'),
  ),
  arrive(
    {
      key: 'fwd-od-montera',
      from: 'zielinski',
      to: 'dudek',
      subject: 'Fwd: Garderoba krzywa ściana',
      text: 'Janek, pani Nowak pisze do mnie, a to do was.\n\n---------- Wiadomość przekazana ----------\nOd: Maria Nowak <maria.nowak.dom@gmail.com>\nTemat: Garderoba krzywa ściana\n\nPanie Mirku, w garderobie ściana ucieka 3 cm, co robimy?',
    },
    belongs(
      'contractor',
      'Treść to prośba klientki o jej garderobę, przekazana przez montera',
      'nowak/mosina',
      'monter',
    ),
  ),
  arrive(
    {
      key: 'fwd-outlook-bez-tresci',
      from: 'Magdalena Bielak <m.bielak@blatex.example>',
      to: 'dudek',
      forwards: 'pekniecie-start',
      subject: 'PD: Pęknięty blat – protokół oględzin',
      text: 'jw.',
      signature: '',
    },
    belongs('case', 'Ten sam temat i treść protokołu z reklamacji blatu', 'blatex/pekniecie'),
  ),
  arrive(
    {
      key: 'fwd-skaner',
      from: 'Skaner <skaner@forma-front.example>',
      to: 'sroka',
      subject: 'Skan_0418.pdf',
      text: 'Wiadomość z urządzenia wielofunkcyjnego.',
      signature: '',
      attachments: [{ name: 'Skan_0418.pdf', type: 'application/pdf', content: '%PDF-1.4 skan' }],
    },
    leaveOut('Skan wysłany do siebie, wewnętrzny', 'transmeb/trasy'),
  ),
  arrive(
    {
      key: 'fwd-odpowiedz-na-przekazane',
      from: 'maj',
      to: 'lis',
      cc: 'zych',
      re: 'fwd-lis-dalej',
      text: 'Pani Katarzyno, punkty na 210 cm od podłogi, trzy sztuki co 60 cm.',
    },
    belongs('contractor', 'Odpowiedź na przekazane pytanie o kuchnie pokazowe', 'meblorama/pokazowe'),
  ),
]
