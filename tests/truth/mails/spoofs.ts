import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('spoofs', mail, truth, afterwards)

/** Mail that pretends: forged senders, look-alike domains, stolen threads and references, false verdicts. Some honest ones beside them. */
export const spoofs: Step[] = [
  arrive(
    {
      key: 'falsz-lis-konto',
      from: 'lis',
      to: 'sroka',
      subject: 'Zmiana numeru konta Meblorama',
      text: 'Szanowni Państwo, od dziś prosimy o wpłaty na nowy rachunek: 11 2222 3333 4444 5555 6666 7777.',
      verdict: 'fail',
    },
    forPerson('Podrobiony nadawca: nasza bramka odrzuciła DMARC'),
  ),
  arrive(
    {
      key: 'falsz-lis-watek',
      from: 'lis',
      to: 'zych',
      re: 'pokazowe-cena',
      text: 'Pani Aniu, zaliczkę za kuchnie pokazowe proszę cofnąć na konto w załączniku.',
      attachments: [{ name: 'konto.html', type: 'text/html', content: '<form action="https://zly.example">' }],
      verdict: 'fail',
    },
    forPerson('Podrobiony nadawca ze skradzionym In-Reply-To i przytoczoną treścią'),
  ),
  arrive(
    {
      key: 'falsz-literowka',
      from: 'Katarzyna Lis <k.lis@meb1orama.example>',
      to: 'zych',
      re: 'pokazowe-cena',
      text: 'Pani Aniu, piszę z zapasowego konta. Proszę o fakturę pro forma jeszcze dziś.',
    },
    forPerson('Domena meb1orama udaje Mebloramę; własny DMARC przechodzi'),
  ),
  arrive(
    {
      key: 'falsz-punycode',
      from: 'Robert Szulc <r.szulc@xn--blatx-jva.example>',
      to: 'maj',
      subject: 'Aneks do kontraktu 2026/0004',
      text: 'Panie Piotrze, pilny aneks do podpisu, kontrakt 2026/0004, nowe konto w § 2.',
    },
    forPerson('Domena z literą spoza ASCII udaje Blatex i podaje prawdziwy znak sprawy'),
  ),
  arrive(
    {
      key: 'falsz-koncowka',
      from: 'Barbara Czapla <b.czapla@hotel-zuraw.example.com>',
      to: 'zych',
      subject: 'Aneksy – płatność',
      text: 'Dzień dobry, w sprawie aneksów 2026/0007 proszę o potwierdzenie numeru konta.',
    },
    forPerson('Obca domena, która zaczyna się jak domena hotelu'),
  ),
  arrive(
    {
      key: 'falsz-nazwa-z-adresem',
      from: 'i.rybak@nowe-tarasy.example <biuro.tarasy.2026@gmail.com>',
      to: 'zych',
      subject: 'Faktura za mieszkania pokazowe',
      text: 'Dzień dobry, proszę wysłać faktury na ten adres, skrzynka firmowa nie działa. Iwona Rybak',
    },
    forPerson('Nazwa wyświetlana udaje adres klientki; prawdziwy adres jest na gmail.com'),
  ),
  arrive(
    {
      key: 'falsz-prezes',
      from: 'Anna Zych <anna.zych.dyrektor@gmail.com>',
      to: 'sroka',
      subject: 'pilny przelew dla Blatex',
      text: 'Ewa, zrób proszę przelew 48 000 zł dla Blatexu na konto poniżej, jestem na spotkaniu.',
      signature: 'Ania',
    },
    forPerson('Ktoś udaje naszą koleżankę z adresu prywatnego'),
  ),
  arrive(
    {
      key: 'falsz-wlasny-adres',
      from: 'zych',
      to: 'sroka',
      subject: 'Przelew dla lakierni 2026/0019',
      text: 'Ewo, proszę o przelew na nowe konto lakierni, sprawa 2026/0019.',
      verdict: 'fail',
      headers: ['Received: from unknown (HELO mail.obcy.example) (203.0.113.9)'],
    },
    forPerson('Podrobiony nasz własny adres, przyszło z zewnątrz'),
  ),
  arrive(
    {
      key: 'falsz-cudzy-wyrok',
      from: 'szulc',
      to: 'maj',
      re: 'kwarc-zgoda',
      text: 'Panie Piotrze, zmiana rachunku do kontraktu, szczegóły w załączniku.',
      verdict: 'forged',
      attachments: [{ name: 'rachunek.pdf', type: 'application/pdf', content: '%PDF-1.4 rachunek' }],
    },
    forPerson('Nadawca sam dopisał pozytywny Authentication-Results obcego serwera; Szulc już tam nie pracuje'),
  ),
  arrive(
    {
      key: 'falsz-skradziony-watek-obcy',
      from: 'Support <support@odszkodowania24.example>',
      to: 'reklamacje',
      re: 'biel-start',
      subject: 'Re: Zażółcone fronty lakier biel',
      quote: 'none',
      text: 'We can recover your money. Open the attached document.',
      attachments: [{ name: 'claim.docm', type: 'application/vnd.ms-word', content: 'makro' }],
    },
    forPerson('Obcy nadawca z In-Reply-To wykradzionym z reklamacji'),
  ),
  arrive(
    {
      key: 'falsz-znak-obcego',
      from: 'Handel Stal <oferty@handel-stal.example>',
      to: 'maj',
      subject: 'Oferta na profile 2026/0012',
      text: 'Dzień dobry, nasza oferta nr 2026/0012 na profile stalowe. Zapraszam do współpracy.',
    },
    forPerson('Obcy ma własny numer oferty, przypadkiem taki jak nasz znak'),
  ),
  arrive(
    {
      key: 'falsz-windykacja',
      from: 'Windykacja Centrum <sprawy@windykacja-centrum.example>',
      to: 'sroka',
      subject: 'Wezwanie do zapłaty w imieniu Kurier Błysk, NIP 5782291237',
      text: 'Działając w imieniu Kurier Błysk S.A. (NIP 5782291237) wzywamy do zapłaty 3 999 zł na konto z załącznika.',
      verdict: 'none',
    },
    forPerson('Niepotwierdzony nadawca powołuje się na NIP naszego kontrahenta'),
  ),
  arrive(
    {
      key: 'falsz-reply-to',
      from: 'gajda',
      to: 'maj',
      subject: 'Zawiasy – nowe konto',
      text: 'Panie Piotrze, proszę odpisać na ten adres, numer konta w odpowiedzi.',
      verdict: 'fail',
      headers: ['Reply-To: Tomasz Gajda <t.gajda.okucia@protonmail.com>'],
    },
    forPerson('Podrobiony nadawca, odpowiedź kierowana na obcą skrzynkę'),
  ),
  arrive(
    {
      key: 'falsz-dwa-from',
      from: 'mazur',
      to: 'maj',
      subject: 'Lakierowanie – dopłata',
      text: 'Panie Piotrze, dopłata 900 zł za serię B.',
      verdict: 'fail',
      headers: ['From: "Leszek Mazur" <mazur.leszek@poczta-szybka.example>'],
    },
    forPerson('Dwa nagłówki From, weryfikacja nie przeszła'),
  ),
  arrive(
    {
      key: 'falsz-uczciwy-bez-wyroku',
      from: 'dyrektor',
      to: 'biuro',
      subject: 'Plan sali stołówki',
      text: 'Szanowni Państwo, w załączeniu plan sali z wymiarami.',
      verdict: 'none',
      attachments: [{ name: 'plan_sali.pdf', type: 'application/pdf', content: '%PDF-1.4 plan' }],
    },
    belongs('contractor', 'Uczciwa szkoła, której domena nie ma jeszcze DMARC', 'szkola/zaplecze', 'szkola'),
  ),
  arrive(
    {
      key: 'falsz-uczciwy-nowa-poczta',
      from: 'Leszek Mazur <biuro@lakiernia-polysk.example>',
      to: 'maj',
      re: 'lakierowanie-zgoda',
      text: 'Panie Piotrze, seria B gotowa do odbioru, piszę ze wspólnej skrzynki.',
    },
    belongs('case', 'Uczciwy nadawca z innej skrzynki tej samej domeny, w wątku', 'lakiernia/lakierowanie'),
  ),
]
