import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('references', mail, truth, afterwards)

/** The core of a structured invoice of the KSeF, FA(3); names as in the schema crd.gov.pl/wzor/2025/06/25/13775. */
const invoice = (number: string, seller: [string, string], buyer: [string, string]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/"><Naglowek><KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza><WariantFormularza>3</WariantFormularza></Naglowek>
<Podmiot1><DaneIdentyfikacyjne><NIP>${seller[0]}</NIP><Nazwa>${seller[1]}</Nazwa></DaneIdentyfikacyjne></Podmiot1>
<Podmiot2><DaneIdentyfikacyjne><NIP>${buyer[0]}</NIP><Nazwa>${buyer[1]}</Nazwa></DaneIdentyfikacyjne></Podmiot2>
<Fa><KodWaluty>PLN</KodWaluty><P_1>2026-04-21</P_1><P_2>${number}</P_2><P_15>1230.00</P_15></Fa></Faktura>`

/** Case references and tax ids: right, wrong, quoted only, in somebody else's footer, in attachments. */
export const references: Step[] = [
  arrive(
    {
      key: 'znak-dobry-temat',
      from: 'wrobel',
      to: 'reklamacje',
      subject: 'Sprawa 2026/0002: druga partia frontów',
      text: 'Witam, w drugiej partii też jest jeden żółty front. Zdjęcie w załączniku.',
      attachments: [{ name: 'IMG_2201.jpg', type: 'image/jpeg', content: 'nie-zdjecie-2' }],
    },
    belongs('case', 'Klient podaje znak swojej sprawy w temacie', 'meblorama/biel'),
  ),
  arrive(
    {
      key: 'znak-dobry-tresc',
      from: 'oko',
      to: 'zych',
      subject: 'lista lokali',
      text: 'Dzień dobry, dotyczy 2026/0008: lokale B12, B14 i B20 biorą zestaw 3.',
    },
    belongs('case', 'Znak sprawy w treści', 'tarczadev/lipowe'),
  ),
  arrive(
    {
      key: 'znak-cudzy',
      from: 'czapla',
      to: 'zych',
      subject: 'Aneksy 2026/0008 – blaty',
      text: 'Dzień dobry, proszę zmienić kolor blatu w aneksach na grafit.',
    },
    belongs('contractor', 'Literówka w znaku (0008 jest sprawą innej firmy); chodzi o aneksy hotelu', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'znak-tylko-w-cytacie',
      from: 'rybak',
      to: 'zych',
      subject: 'Lady do recepcji biura sprzedaży',
      text: 'Dzień dobry, osobna prośba: lada do recepcji biura sprzedaży, 3 m.\n\n> Pani Iwono, montaż 6 i 7 maja.\n> Mieszkania pokazowe – termin 2026/0016',
    },
    belongs('contractor', 'Znak stoi tylko w starym cytacie, a prośba jest nowa', 'tarasy'),
  ),
  arrive(
    {
      key: 'znak-nieistniejacy',
      from: 'dabrowaewa',
      to: 'sroka',
      subject: 'Rachunek 2026/0931',
      text: 'Pani Ewo, rachunek nr 2026/0931 za próbki okleiny przesłałam pocztą.',
    },
    belongs('contractor', 'Numer rachunku, nie znak sprawy', 'dabrowa'),
  ),
  arrive(
    {
      key: 'znak-numer-faktury',
      from: 'gajda',
      to: 'faktury',
      subject: 'Faktura nr 2026/0011',
      text: 'Dzień dobry, przesyłam fakturę nr 2026/0011 za prowadnice.',
      attachments: [{ name: 'FV_2026_0011.pdf', type: 'application/pdf', content: '%PDF-1.4 Faktura 2026/0011' }],
    },
    belongs('contractor', 'Numer faktury dostawcy wygląda jak znak sprawy montera', 'okucia'),
  ),
  arrive(
    {
      key: 'znak-dwa',
      from: 'bielak',
      to: 'dudek',
      subject: 'Blaty: 2026/0004 i 2026/0005',
      text: 'Dzień dobry, wymiana pękniętego blatu (2026/0005) pojedzie z dostawą kwartalną (2026/0004).',
    },
    belongs('case', 'Dwa znaki, obie sprawy tej samej firmy', 'blatex/pekniecie', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'znak-nieznany-nadawca',
      from: 'kancelaria',
      to: 'biuro',
      subject: 'Meblorama – reklamacja frontów, 2026/0002',
      text: 'Działając w imieniu Meblorama Sp. z o.o. (NIP 545-377-09-07), w sprawie 2026/0002 wnoszę o ugodę.',
    },
    belongs('case', 'Pełnomocnik klienta podaje znak i NIP', 'meblorama/biel'),
  ),
  arrive(
    {
      key: 'znak-spacje',
      from: 'Sekretarz Gminy <sekretarz@gmina-kruszyna.example>',
      to: 'biuro',
      subject: 'Dotyczy: 2026 / 0018 zaplecze',
      text: 'Szanowni Państwo, gmina sfinansuje zaplecze stołówki Zespołu Szkół (NIP 515 966 46 68). Prosimy powoływać 2026/0018.',
    },
    belongs('case', 'Gmina pisze w sprawie szkoły, podaje znak i NIP szkoły', 'szkola/zaplecze'),
  ),
  arrive(
    {
      key: 'nip-temat',
      from: 'nieznany',
      to: 'sroka',
      subject: 'Cesja wierzytelności Stolarnia Dąbrowa NIP 9717173775',
      text: 'Dzień dobry, stolarnia przelała na nas wierzytelność za dąb. Umowa w załączniku.',
      attachments: [{ name: 'cesja.pdf', type: 'application/pdf', content: '%PDF-1.4 cesja 9717173775' }],
    },
    belongs('contractor', 'Pismo dotyczy należności stolarni, wskazanej przez NIP', 'dabrowa', 'dabrowa/fronty'),
  ),
  arrive(
    {
      key: 'nip-cudza-stopka',
      from: 'kowalczyk',
      to: 'kuchnie',
      subject: 'Transport płyty z marketu',
      text: 'Dzień dobry, płytę do mojej kuchni kupiłem sam, przywiezie ją firma, od której mam taki mail:\n\n> TransMeb Logistyka Sp. z o.o., ul. Spółdzielców 3, Konin, NIP 8437829145\n> Dostawa w piątek.',
    },
    belongs(
      'contractor',
      'Pisze klient o swojej kuchni; NIP przewoźnika stoi w przytoczonej stopce',
      'kowalczyk/lipowa5',
    ),
  ),
  arrive(
    {
      key: 'nip-nasz',
      from: 'Gazownia <faktury@gazownia-miejska.example>',
      to: 'faktury',
      subject: 'Faktura za gaz, nabywca NIP 8632884428',
      text: 'W załączniku faktura. Nabywca: Forma i Front Sp. z o.o., NIP 863-288-44-28.',
    },
    forPerson('Jedyny NIP jest nasz własny, gazownia nie ma kartoteki'),
  ),
  arrive(
    {
      key: 'nip-xml-lakiernia',
      from: 'System FK <wysylka@program-fk.example>',
      to: 'faktury',
      subject: 'Faktura 91/04/2026',
      text: 'Dokument elektroniczny w załączniku.',
      signature: '',
      attachments: [
        {
          name: 'FA_91_04_2026.xml',
          type: 'application/xml',
          content: invoice('91/04/2026', ['8663175710', 'Lakiernia Połysk Sp. j.'], ['8632884428', 'Forma i Front']),
        },
      ],
    },
    belongs('contractor', 'Sprzedawcą w załączonym e-dokumencie jest lakiernia', 'lakiernia', 'lakiernia/lakierowanie'),
  ),
  arrive(
    {
      key: 'nip-xml-odwrotnie',
      from: 'System FK <wysylka@program-fk.example>',
      to: 'faktury',
      subject: 'Kopia wystawionej faktury 31/2026',
      text: 'Potwierdzenie wysłania do KSeF.',
      signature: '',
      attachments: [
        {
          name: 'FA_31_2026.xml',
          type: 'application/xml',
          content: invoice('31/2026', ['8632884428', 'Forma i Front'], ['6702846108', 'Nowe Tarasy']),
        },
      ],
    },
    belongs('contractor', 'Nasza faktura sprzedaży: kontrahentem jest nabywca', 'tarasy', 'tarasy/mieszkania'),
  ),
  arrive(
    {
      key: 'nip-nazwa-pliku',
      from: 'Skan do chmury <skany@skanownia.example>',
      to: 'faktury',
      subject: 'Nowy dokument',
      text: 'Zeskanowano 1 dokument.',
      signature: '',
      attachments: [{ name: 'FV_9987371551_2026-04.pdf', type: 'application/pdf', content: '%PDF-1.4 skan faktury' }],
    },
    belongs('contractor', 'NIP Blatexu jest w nazwie załącznika', 'blatex'),
  ),
  arrive(
    {
      key: 'znak-w-dwoch-wariantach',
      from: 'mazur',
      to: 'maj',
      subject: 'Seria B [2026/0019] – kolejna partia',
      text: 'Panie Piotrze, druga część serii B w czwartek.',
      html: true,
    },
    belongs('case', 'Znak w nawiasach w temacie', 'lakiernia/lakierowanie'),
  ),
]
