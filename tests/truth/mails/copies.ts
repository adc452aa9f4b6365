import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, leaveOut, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('copies', mail, truth, afterwards)

/** Outgoing mail, wrong copies, hidden copies, one mail to several contractors. */
export const copies: Step[] = [
  arrive(
    {
      key: 'kopia-wychodzaca-hotel',
      from: 'zych',
      to: 'czapla',
      subject: 'Aneksy kuchenne – oferta 2026/0007',
      text: 'Szanowna Pani, oferta na 24 aneksy w załączniku, ważna 30 dni.',
      attachments: [{ name: 'Oferta aneksy.pdf', type: 'application/pdf', content: '%PDF-1.4 oferta' }],
    },
    belongs('case', 'Nasza oferta ze znakiem sprawy', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'kopia-wychodzaca-nowy',
      from: 'zych',
      to: 'nieznany',
      subject: 'Zapytanie o tarcicę dębową',
      text: 'Dzień dobry, prosimy o cenę tarcicy dębowej 32 mm.',
    },
    forPerson('Adresat nie jest jeszcze kontrahentem'),
  ),
  arrive(
    {
      key: 'kopia-zly-cc',
      from: 'gajda',
      to: 'maj',
      cc: 'lis',
      subject: 'Zawiasy – potwierdzenie rezerwacji',
      text: 'Panie Piotrze, 480 kompletów z domykiem odłożone do 15. (Przepraszam panią Katarzynę, kopia przez pomyłkę z autouzupełniania).',
    },
    belongs('contractor', 'Piszą Okucia o zawiasach; Meblorama w kopii przez pomyłkę', 'okucia/zawiasy'),
  ),
  arrive(
    {
      key: 'kopia-zly-cc-watek',
      from: 'czapla',
      to: 'zych',
      cc: 'Marek Oko <m.oko@grupa-tarcza.example>',
      re: 'kopia-wychodzaca-hotel',
      text: 'Oferta przyjęta, proszę o umowę. Pan Marek dostaje kopię chyba niepotrzebnie – mam dwóch Marków w książce.',
    },
    belongs('case', 'Odpowiedź hotelu; obca osoba w kopii przez pomyłkę', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'kopia-bcc-kolega',
      from: 'zych',
      to: 'rybak',
      bcc: 'dudek',
      subject: 'Mieszkania pokazowe – termin 2026/0016',
      text: 'Pani Iwono, montaż 6 i 7 maja. Proszę o dostęp do windy.',
    },
    belongs('case', 'Wiadomość wychodząca, kolega w ukrytej kopii', 'tarasy/mieszkania'),
  ),
  arrive(
    {
      key: 'kopia-bcc-do-nas',
      from: 'lis',
      to: 'Elektro Jar <biuro@elektro-jar.example>',
      subject: 'Lampy nad wyspę – zamówienie',
      text: 'Dzień dobry, zamawiam trzy lampy do salonu w Poznaniu, kuchnie pokazowe. Wysokość 210 cm według Formy i Frontu.',
      owner: 'zych',
    },
    belongs('contractor', 'Klientka daje nam ukrytą kopię zamówienia do kuchni pokazowych', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'kopia-dwaj-dostawcy',
      from: 'maj',
      to: 'dabrowa, mazur',
      subject: 'Wspólny termin: fronty dębowe i lakierowanie serii B',
      text: 'Panowie, fronty 2026/0003 jadą z Kępna prosto do lakierni, tam seria B 2026/0019. Proszę ustalić wtorek.',
    },
    belongs('case', 'Jedna wiadomość do dwóch firm, znaki obu spraw', 'dabrowa/fronty', 'lakiernia/lakierowanie'),
  ),
  arrive(
    {
      key: 'kopia-dwaj-odpowiedz',
      from: 'mazur',
      to: 'maj',
      cc: 'dabrowa',
      re: 'kopia-dwaj-dostawcy',
      text: 'Wtorek pasuje, rozładunek do 11.',
    },
    belongs('case', 'Odpowiedź na wspólną wiadomość', 'lakiernia/lakierowanie', 'dabrowa/fronty'),
  ),
  arrive(
    {
      key: 'kopia-zyczenia',
      from: 'biuro',
      to: 'lis, szulc, gajda, czapla, kos',
      subject: 'Wesołych Świąt Wielkanocnych',
      text: 'Szanowni Państwo, zdrowych i pogodnych Świąt życzy zespół Forma i Front.',
    },
    forPerson(
      'Życzenia do pięciu firm: do żadnej sprawy, w kartotekach zbędne',
      'meblorama',
      'blatex',
      'okucia',
      'hotel',
      'transmeb',
    ),
  ),
  arrive(
    {
      key: 'kopia-cennik-wszyscy',
      from: 'maj',
      to: 'biuro',
      bcc: 'lis, czapla, rybak',
      subject: 'Nowy cennik od 1 czerwca',
      text: 'Szanowni Państwo, w załączniku cennik obowiązujący od 1 czerwca.',
      attachments: [{ name: 'cennik-06.pdf', type: 'application/pdf', content: '%PDF-1.4 cennik' }],
    },
    belongs('contractor', 'Cennik wysłany klientom w ukrytej kopii', 'meblorama', 'hotel', 'tarasy'),
  ),
  arrive(
    {
      key: 'kopia-montaz-u-klienta',
      from: 'dudek',
      to: 'zielinski',
      cc: 'kowalczyk',
      subject: 'Montaż Lipowa 5 – czwartek 8:00 (2026/0020)',
      text: 'Mirek, w czwartek montaż u pana Kowalczyka, Lipowa 5 m. 14. Panie Janie, ekipa będzie o ósmej.',
    },
    belongs(
      'case',
      'Umówienie montera u klienta, znak sprawy klienta',
      'kowalczyk/lipowa5',
      'monter',
      'monter/montaze',
    ),
  ),
  arrive(
    {
      key: 'kopia-montaz-odpowiedz',
      from: 'zielinski',
      to: 'dudek',
      re: 'kopia-montaz-u-klienta',
      text: 'Będziemy. Windy nie ma, biorę trzeciego.',
    },
    belongs('case', 'Odpowiedź montera o montażu u klienta', 'kowalczyk/lipowa5', 'monter', 'monter/montaze'),
  ),
  arrive(
    {
      key: 'kopia-tylko-w-cc',
      from: 'Elektro Jar <biuro@elektro-jar.example>',
      to: 'zych',
      cc: 'lis',
      subject: 'Lampy do kuchni pokazowych – gotowe',
      text: 'Dzień dobry, lampy dla Mebloramy gotowe, kto odbiera: Państwo czy klient?',
    },
    belongs('contractor', 'Elektryk pisze o kuchniach pokazowych, klientka w kopii', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'kopia-wewnetrzna-zlosliwa',
      from: 'maj',
      to: 'zych',
      cc: 'dudek',
      subject: 'Meblorama – marudzą o rabat',
      text: 'Między nami: dalibyśmy 38 %, gdyby Lis wzięła siedem kuchni. 2026/0001',
    },
    leaveOut('Rozmowa wewnętrzna o kliencie, mimo znaku sprawy', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'kopia-oba-tarcza',
      from: 'zych',
      to: 'oko, sikora',
      subject: 'Rabat wspólny dla spółek Tarcza',
      text: 'Szanowni Państwo, przy obu inwestycjach (Lipowe i Aparthotel) rabat rośnie do 22 %.',
    },
    belongs(
      'contractor',
      'Oferta do dwóch spółek holdingu naraz',
      'tarczadev',
      'tarczahot',
      'tarczadev/lipowe',
      'tarczahot/aparthotel',
    ),
  ),
  arrive(
    {
      key: 'kopia-sikora-sama',
      from: 'sikora',
      to: 'zych',
      re: 'kopia-oba-tarcza',
      subject: 'Re: Rabat wspólny dla spółek Tarcza',
      text: 'Dla Aparthotelu przyjmuję, proszę o aktualizację wyceny zabudów.',
    },
    belongs('contractor', 'Odpowiada tylko Hospitality, o Aparthotelu', 'tarczahot/aparthotel', 'tarczahot'),
  ),
]
