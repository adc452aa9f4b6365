import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, leaveOut, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('odd-mail', mail, truth, afterwards)

/** Mail made by odd programs: old charsets, undeclared bytes, missing or repeated Message-IDs, strange headers. */
export const oddMail: Step[] = [
  arrive(
    {
      key: 'dziwny-1250',
      from: 'dabrowa',
      to: 'maj',
      re: 'fronty-zgoda',
      text: 'Panie Piotrze, pierwsza część frontów już lśni. Żółędzie też były, ale odsiałem.',
      charset: 'windows-1250',
    },
    belongs('case', 'Odpowiedź w wątku, kodowanie windows-1250', 'dabrowa/fronty'),
  ),
  arrive(
    {
      key: 'dziwny-surowy-1250',
      from: 'Magazyn <magazyn@stolarnia-dabrowa.example>',
      to: 'dudek',
      subject: 'Wydanie zewnętrzne WZ 14/2026 – sprawa 2026/0003',
      text: 'Wydano: fronty dębowe 120 szt. Zamówienie 2026/0003. Proszę potwierdzić odbiór.',
      charset: 'raw-windows-1250',
      signature: '',
    },
    belongs('case', 'Program magazynowy stolarni, surowe bajty, znak sprawy', 'dabrowa/fronty'),
  ),
  arrive(
    {
      key: 'dziwny-surowy-utf8',
      from: 'Żaneta Łoś <z.los@hotel-zuraw.example>',
      to: 'zych',
      subject: 'Zażółć gęślą jaźń – test poczty po migracji',
      text: 'Dzień dobry, zmieniliśmy pocztę. Czy wiadomość o aneksach doszła czytelnie?',
      charset: 'raw-utf-8',
    },
    belongs('contractor', 'Pracownica hotelu, surowe UTF-8 w nagłówkach', 'hotel', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'dziwny-8859',
      from: 'zielinski',
      to: 'dudek',
      re: 'montaze-lista',
      text: 'Janek, środa i piątek zajęte, czwartek wolny. Łączę pozdrowienia.',
      charset: 'iso-8859-2',
    },
    belongs('case', 'Odpowiedź montera w ISO-8859-2', 'monter/montaze'),
  ),
  arrive(
    {
      key: 'dziwny-bez-id',
      from: 'gajda',
      to: 'maj',
      re: 'zawiasy-rezerwacja',
      text: 'Druga transza zawiasów będzie 22 kwietnia.',
      messageId: null,
    },
    belongs('case', 'Odpowiedź bez Message-ID, ale z In-Reply-To', 'okucia/zawiasy'),
  ),
  arrive(
    {
      key: 'dziwny-bez-id-nowy',
      from: 'serwis',
      to: 'reklamacje',
      subject: 'Protokół naprawy 9902',
      text: 'Płyta KF-4 wymieniona na gwarancji, protokół w załączniku.',
      messageId: null,
      attachments: [{ name: 'protokol_9902.pdf', type: 'application/pdf', content: '%PDF-1.4 protokół' }],
    },
    belongs('contractor', 'Serwis bez Message-ID i bez wątku', 'agd/naprawy', 'agd', 'hotel'),
  ),
  arrive(
    {
      key: 'dziwny-id-raz',
      from: 'spedycja',
      to: 'dudek',
      subject: 'Awizacja wtorek',
      text: 'Wtorek, godz. 7:30, auto KN 4411X, trasa Kępno – Poznań.',
      messageId: 'awizacja@transmeb.example',
    },
    belongs('contractor', 'Awizacja stałej trasy', 'transmeb/trasy', 'transmeb'),
    'transmeb/trasy',
  ),
  arrive(
    {
      key: 'dziwny-id-drugi-raz',
      from: 'spedycja',
      to: 'dudek',
      subject: 'Faktura za magazynowanie',
      text: 'Za magazyn w Koninie w kwietniu 1 100 zł. Program nadaje zawsze ten sam identyfikator.',
      messageId: 'awizacja@transmeb.example',
    },
    belongs('contractor', 'Ten sam Message-ID, inna treść: magazyn, nie trasa', 'transmeb'),
  ),
  arrive(
    {
      key: 'dziwny-id-skradziony',
      from: 'Nowak Maria <m.nowak@skrzynka-inna.example>',
      to: 'kuchnie',
      subject: 'Kuchnia i garderoba – Mosina',
      text: 'Proszę o zwrot zaliczki na nowe konto.',
      messageId: 'mosina-start.2026@gmail.com',
    },
    forPerson('Obcy nadawca powtarza Message-ID wiadomości klientki'),
  ),
  arrive(
    {
      key: 'dziwny-obcieta-kopia',
      from: 'nowak',
      to: 'kuchnie',
      re: 'mosina-pomiar',
      text: 'Wtorek jednak nie, czwartek o 16:30?',
      headers: ['X-Mozilla-Status: 0001', 'X-Mozilla-Status2: 00000000'],
    },
    belongs('case', 'Odpowiedź klientki w wątku, kopia z Thunderbirda', 'nowak/mosina'),
  ),
  arrive(
    {
      key: 'dziwny-pusty',
      from: 'wrona',
      to: 'zych',
      re: 'showroom-uwagi',
      text: '',
      signature: '',
      quote: 'none',
      attachments: [{ name: 'showroom_rzut.pdf', type: 'application/pdf', content: '%PDF-1.4 rzut' }],
    },
    belongs('case', 'Pusta odpowiedź z samym załącznikiem, w wątku', 'wrona/showroom'),
  ),
  arrive(
    {
      key: 'dziwny-bez-tematu',
      from: 'kos',
      to: 'dudek',
      subject: '',
      text: 'kierowca bedzie o 9',
      signature: '',
    },
    belongs('contractor', 'Przewoźnik bez tematu, o kursie stałej trasy', 'transmeb/trasy', 'transmeb'),
  ),
  arrive(
    {
      key: 'dziwny-wielkie-litery',
      from: 'HALINA BĄK <SEKRETARIAT@ZS-KRUSZYNA.EXAMPLE>',
      to: 'biuro',
      re: 'zaplecze-oferta',
      subject: 'RE: ZAPYTANIE O CENĘ: ZAPLECZE KUCHENNE STOŁÓWKI',
      text: 'SZANOWNI PAŃSTWO, DZIĘKUJĘ ZA OFERTĘ.',
    },
    belongs('case', 'Adres wielkimi literami, w wątku szkoły', 'szkola/zaplecze'),
  ),
  arrive(
    {
      key: 'dziwny-plus',
      from: 'Erik Lindqvist <erik.lindqvist+poland@nordic-surfaces.example>',
      to: 'maj',
      subject: 'Decor 4412 – samples sent',
      text: 'Hi Piotr, samples of 4412 are on the way, tracking 5512-SE.',
      signature: 'Erik',
    },
    belongs('contractor', 'Adres z plusem znanej osoby', 'nordic/surfaces', 'nordic'),
  ),
  arrive(
    {
      key: 'dziwny-watek-temat',
      from: 'buchhaltung',
      to: 'faktury',
      subject: 'Rechnung RE-26-1189 zu Ihrer Bestellung 20 Hauben DH-60',
      text: 'Sehr geehrte Damen und Herren,\nanbei unsere Rechnung zu Ihrer Bestellung der Hauben und Kochfelder, Ihr Zeichen 2026/0012.',
      attachments: [{ name: 'RE-26-1189.pdf', type: 'application/pdf', content: '%PDF-1.4 Rechnung' }],
    },
    belongs('case', 'Rachunek z naszym znakiem sprawy', 'muller/agdimport'),
  ),
  arrive(
    {
      key: 'dziwny-grupa',
      from: 'Gość <gosc@sala-konferencyjna.example>',
      to: 'biuro',
      subject: '=?utf-8?B?nie-base64!?=',
      text: 'test test test',
      signature: '',
    },
    forPerson('Uszkodzony temat od nieznanego nadawcy'),
  ),
  arrive(
    {
      key: 'dziwny-do-siebie',
      from: 'maj',
      to: 'maj',
      subject: 'przypominajka: Blatex § 7',
      text: 'zadzwonić do Bielak w sprawie 2026/0004',
      signature: '',
    },
    leaveOut('Notatka wysłana do siebie', 'blatex/kwarc'),
  ),
]
