import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, leaveOut, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('automatic', mail, truth, afterwards)

const invitation = (summary: string, organiser: string, method: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${summary.length}-${method}@kalendarz.example`,
    'DTSTART:20260420T080000Z',
    'DTEND:20260420T090000Z',
    `ORGANIZER:mailto:${organiser}`,
    `SUMMARY:${summary}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

const report = (recipient: string) =>
  [
    '--odbicie',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `<${recipient}>: host mx said: 550 5.1.1 User unknown`,
    '',
    '--odbicie',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.forma-front.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--odbicie--',
  ].join('\r\n')

/** Newsletters, automatic answers, bounces, calendars, receipts, talk among ourselves. */
export const automatic: Step[] = [
  arrive(
    {
      key: 'auto-newsletter-blatex',
      from: 'Blatex Inspiracje <newsletter@blatex.example>',
      to: 'maj',
      subject: 'Wiosna w kamieniu: nowe dekory',
      text: 'Zobacz nowe dekory kwarcu. Wypisz się jednym kliknięciem.',
      signature: '',
      headers: [
        'List-Id: <inspiracje.blatex.example>',
        'List-Unsubscribe: <https://blatex.example/wypisz>',
        'Precedence: bulk',
      ],
    },
    leaveOut('Newsletter znanego dostawcy', 'blatex'),
  ),
  arrive(
    {
      key: 'auto-newsletter-nordic',
      from: 'Nordic Surfaces <hello@nordic-surfaces.example>',
      to: 'maj',
      subject: 'Design week: meet us in Stockholm',
      text: 'Join us at stand B12. Unsubscribe here.',
      signature: '',
      html: true,
      headers: [
        'List-Id: Nordic news <news.nordic-surfaces.example>',
        'List-Unsubscribe: <mailto:stop@nordic-surfaces.example>',
      ],
    },
    leaveOut('Newsletter dostawcy po angielsku', 'nordic'),
  ),
  arrive(
    {
      key: 'auto-newsletter-obcy',
      from: 'Targi Mebel Expo <info@mebel-expo.example>',
      to: 'biuro',
      subject: 'Bezpłatna wejściówka na targi',
      text: 'Zarejestruj się do 30 kwietnia.',
      signature: '',
      headers: ['List-Id: <goscie.mebel-expo.example>', 'Precedence: list'],
    },
    leaveOut('Newsletter obcej firmy'),
  ),
  arrive(
    {
      key: 'auto-urlop-lis',
      from: 'lis',
      to: 'zych',
      re: 'nowa-lis-drzwi-odp',
      subject: 'Automatyczna odpowiedź: Drzwi przesuwne do biura w Lesznie',
      quote: 'none',
      text: 'Jestem na urlopie do 8 maja. W pilnych sprawach proszę pisać do Olgi Hryń.',
      headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    },
    leaveOut('Automatyczna odpowiedź o urlopie', 'meblorama'),
  ),
  arrive(
    {
      key: 'auto-abwesenheit',
      from: 'vogel',
      to: 'maj',
      subject: 'Abwesenheitsnotiz: Preisliste Hauben und Kochfelder 2026',
      text: 'Ich bin bis 4. Mai nicht im Büro.',
      headers: ['Auto-Submitted: auto-generated', 'Precedence: auto_reply'],
    },
    leaveOut('Niemiecka wiadomość o nieobecności', 'muller'),
  ),
  arrive(
    {
      key: 'auto-urlop-bez-naglowka',
      from: 'gajda',
      to: 'maj',
      subject: 'Odpowiedź automatyczna: Fwd: Fronty dębowe – wycena serii A',
      text: 'Dziękuję za wiadomość. Przebywam na zwolnieniu lekarskim. Zastępuje mnie Robert Szulc.',
      signature: '',
      headers: ['X-Autoreply: yes'],
    },
    leaveOut('Automatyczna odpowiedź, tylko nagłówek X-Autoreply i temat', 'okucia'),
  ),
  arrive(
    {
      key: 'auto-odbicie-lis',
      from: 'Mail Delivery System <MAILER-DAEMON@forma-front.example>',
      to: 'zych',
      subject: 'Undelivered Mail Returned to Sender',
      text: '',
      re: 'pokazowe-rysunki',
      quote: 'none',
      headers: ['Auto-Submitted: auto-replied', 'Return-Path: <>'],
      whole: {
        type: 'multipart/report; report-type=delivery-status; boundary="odbicie"',
        body: report('o.hryn@meblorama.example'),
      },
    },
    leaveOut('Zwrot niedoręczonej wiadomości', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'auto-odbicie-obce',
      from: 'postmaster <postmaster@apartinwest.example>',
      to: 'zych',
      subject: 'Niedostarczalne: oferta',
      text: '',
      headers: ['Return-Path: <>'],
      whole: {
        type: 'multipart/report; report-type=delivery-status; boundary="odbicie"',
        body: report('stary@apartinwest.example'),
      },
    },
    leaveOut('Zwrot z obcego serwera'),
  ),
  arrive(
    {
      key: 'auto-zaproszenie-czapla',
      from: 'czapla',
      to: 'zych',
      re: 'kopia-zly-cc-watek',
      subject: 'Zaproszenie: odbiór aneksu wzorcowego',
      quote: 'none',
      text: 'Zapraszam na odbiór aneksu wzorcowego, pokój 301.',
      attachments: [
        {
          name: 'invite.ics',
          type: 'text/calendar; method=REQUEST',
          content: invitation('Odbiór aneksu wzorcowego', 'b.czapla@hotel-zuraw.example', 'REQUEST'),
        },
      ],
    },
    belongs('case', 'Zaproszenie klientki w wątku oferty na aneksy', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'auto-zgoda-kalendarza',
      from: 'rybak',
      to: 'zych',
      subject: 'Zaakceptowano: Wizja lokalna mieszkania pokazowe',
      text: '',
      signature: '',
      whole: {
        type: 'text/calendar; method=REPLY; charset=utf-8',
        body: invitation('Wizja lokalna', 'a.zych@forma-front.example', 'REPLY'),
      },
    },
    leaveOut('Odpowiedź kalendarza bez treści', 'tarasy', 'tarasy/mieszkania'),
  ),
  arrive(
    {
      key: 'auto-przeczytano',
      from: 'oko',
      to: 'zych',
      subject: 'Przeczytano: Rabat wspólny dla spółek Tarcza',
      text: 'Wiadomość została przeczytana.',
      signature: '',
      headers: ['Auto-Submitted: auto-replied'],
    },
    leaveOut('Potwierdzenie przeczytania', 'tarczadev'),
  ),
  arrive(
    {
      key: 'auto-wewnetrzna-hotel',
      from: 'dudek',
      to: 'zych',
      re: 'fwd-aneksy-koledze',
      text: 'Damy radę, ale bez pokoju 312, tam jest krzywa ściana.',
    },
    leaveOut('Rozmowa wewnętrzna o kliencie', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'auto-wewnetrzna-obiad',
      from: 'sroka',
      to: 'zych, maj, dudek',
      subject: 'pizza w piątek?',
      text: 'Kto je, ten się wpisuje.',
      signature: '',
    },
    leaveOut('Prywatna rozmowa wewnętrzna'),
  ),
  arrive(
    {
      key: 'auto-wewnetrzna-dwie-domeny',
      from: 'kuchnie',
      to: 'reklamacje',
      subject: 'Kowalczyk dzwonił w sprawie szuflady',
      text: 'Klient z Lipowej 5 mówi, że szuflada ociera. 2026/0020',
      signature: '',
    },
    leaveOut('Między dwiema własnymi domenami, wewnętrzne', 'kowalczyk/lipowa5'),
  ),
  arrive(
    {
      key: 'auto-lista-nie-newsletter',
      from: 'dyrektor',
      to: 'biuro',
      re: 'zaplecze-oferta',
      text: 'Szanowni Państwo, przypominam o terminie składania ofert: 24 kwietnia.',
      headers: ['X-Mailer: eKancelaria 4.1', 'Importance: high'],
    },
    belongs('case', 'Przypomnienie szkoły w wątku zapytania, pisane przez człowieka', 'szkola/zaplecze'),
  ),
  arrive(
    {
      key: 'auto-ankieta',
      from: 'Kurier Błysk <ankieta@kurier-blysk.example>',
      to: 'dudek',
      subject: 'Oceń dostawę w skali 1–5',
      text: 'Jak oceniasz naszego kuriera? Wypisz się z ankiet.',
      signature: '',
      headers: [
        'List-Unsubscribe: <https://kurier-blysk.example/stop>',
        'Precedence: bulk',
        'List-Id: <ankiety.kurier-blysk.example>',
      ],
    },
    leaveOut('Ankieta masowa znanego kontrahenta', 'kurier'),
  ),
]
