import { arrives, byHand, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('new-matters', mail, truth, afterwards)

/** Answers to old mails about something new, edited subjects, closed cases. */
export const newMatters: Step[] = [
  arrive(
    {
      key: 'nowa-lis-drzwi',
      from: 'lis',
      to: 'zych',
      re: 'pokazowe-cena',
      subject: 'Drzwi przesuwne do biura w Lesznie',
      quote: 'none',
      text: 'Pani Aniu, odpisuję na starego maila, bo tak najłatwiej. Szukamy drzwi przesuwnych do biura w Lesznie, robią Państwo?',
    },
    belongs(
      'contractor',
      'Nowa sprawa klientki, choć wysłana jako odpowiedź; nie dotyczy kuchni pokazowych',
      'meblorama',
    ),
    'meblorama',
  ),
  arrive(
    {
      key: 'nowa-lis-drzwi-odp',
      from: 'zych',
      to: 'lis',
      re: 'nowa-lis-drzwi',
      text: 'Tak, w szkle i w dębie. Przyślę katalog.',
    },
    belongs('contractor', 'Odpowiedź o drzwiach do Leszna, wciąż bez sprawy', 'meblorama'),
  ),
  arrive(
    {
      key: 'nowa-etap1-kaucja',
      from: 'rybak',
      to: 'zych',
      re: 'etap1-start',
      text: 'Dzień dobry, wracam do etapu I: kiedy zwrot kaucji gwarancyjnej?',
    },
    belongs(
      'contractor',
      'Dotyczy zamkniętej sprawy; do zamkniętej nic samo nie wchodzi, więc do kartoteki',
      'tarasy/etap1',
      'tarasy',
    ),
  ),
  arrive(
    {
      key: 'nowa-etap1-znak',
      from: 'rybak',
      to: 'zych',
      subject: 'Mieszkania pokazowe – kolory (poprzednio 2026/0017)',
      text: 'Pani Aniu, w mieszkaniach pokazowych etapu II chcemy te same kolory co w etapie I. Sprawa 2026/0016.',
    },
    belongs('case', 'Nadawczyni wskazuje nową sprawę; stary znak jest tylko wspomniany w temacie', 'tarasy/mieszkania'),
  ),
  arrive(
    {
      key: 'nowa-temat-zmieniony',
      from: 'czapla',
      to: 'zych',
      re: 'aneksy-pytania',
      subject: 'Aneksy – termin montażu (było: Aneksy kuchenne do pokoi rodzinnych)',
      text: 'Dzień dobry, czy 9 czerwca jest realny? Goście od 20 czerwca.',
    },
    belongs('case', 'Temat doprecyzowany, sprawa ta sama', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'nowa-spa',
      from: 'czapla',
      to: 'zych',
      re: 'aneksy-pytania',
      subject: 'Szafki do strefy SPA',
      quote: 'none',
      text: 'Dzień dobry, zupełnie inny temat: potrzebujemy 40 szafek zamykanych do szatni SPA. Kogo mogę pytać?',
    },
    belongs('contractor', 'Nowe zamówienie hotelu w starym wątku', 'hotel'),
  ),
  arrive(
    {
      key: 'nowa-gajda-prowadnice',
      from: 'gajda',
      to: 'maj',
      re: 'zawiasy-rezerwacja',
      subject: 'Prowadnice do szuflad – promocja dla Państwa',
      quote: 'none',
      text: 'Panie Piotrze, mam końcówkę prowadnic 500 mm, 18 zł para. Zarezerwować?',
    },
    belongs('contractor', 'Nowa oferta dostawcy, nie dotyczy zawiasów', 'okucia'),
  ),
  arrive(
    {
      key: 'nowa-lipowa5-zlew',
      from: 'kowalczyk',
      to: 'kuchnie',
      subject: 'zlew',
      text: 'jednak granitowy i wtedy blat pod zlewem bez zmian. pozdr',
      signature: '',
    },
    belongs('contractor', 'Klient ma jedną sprawę i pisze o jej szczególe', 'kowalczyk/lipowa5'),
  ),
  arrive(
    {
      key: 'nowa-nowak-sasiadka',
      from: 'nowak',
      to: 'kuchnie',
      re: 'mosina-pomiar',
      subject: 'Sąsiadka też chce kuchnię',
      quote: 'none',
      text: 'Dzień dobry, poleciłam Państwa sąsiadce, pani Irenie Flis. Odezwie się w tym tygodniu.',
    },
    belongs('contractor', 'Wiadomość od klientki, ale nie o jej kuchni', 'nowak'),
  ),
  byHand('transmeb/trasy', {
    key: 'trasy-umowa',
    from: 'spedycja',
    to: 'dudek',
    subject: 'Aneks paliwowy do stałej trasy',
    text: 'W załączeniu aneks paliwowy, prosimy o podpis.',
  }),
  arrive(
    {
      key: 'nowa-transmeb-magazyn',
      from: 'kos',
      to: 'dudek',
      re: 'trasy-umowa',
      subject: 'Magazyn w Koninie do wynajęcia',
      quote: 'none',
      text: 'Panie Janie, zwalnia nam się 600 m2 magazynu. Nie szukacie przypadkiem?',
    },
    belongs('contractor', 'Inna usługa tego samego przewoźnika', 'transmeb'),
  ),
  arrive(
    {
      key: 'nowa-stary-watek-fronty',
      from: 'dabrowa',
      to: 'maj',
      re: 'fronty-start',
      subject: 'Odp: Fronty dębowe – wycena serii A',
      text: 'Panie Piotrze, po trzech tygodniach: suszarnia stanęła, przesuwamy o cztery dni.',
    },
    belongs('case', 'Odpowiedź po przerwie w tej samej sprawie', 'dabrowa/fronty'),
  ),
  arrive(
    {
      key: 'nowa-wrona-dom',
      from: 'wrona',
      to: 'zych',
      re: 'showroom-uwagi',
      subject: 'klient na dom pod Wrocławiem',
      quote: 'none',
      text: 'Hej, mam inwestora z domem 300 m2, kuchnia i trzy łazienki. Bierzecie? To osobny temat, nie showroom.',
    },
    belongs('contractor', 'Architekt pisze wprost, że to osobny temat', 'wrona'),
  ),
  arrive(
    {
      key: 'nowa-szkola-termin',
      from: 'dyrektor',
      to: 'biuro',
      subject: 'Pytania do oferty na zaplecze kuchenne stołówki',
      text: 'Szanowni Państwo, czy oferta obejmuje okap z odzyskiem ciepła?',
    },
    belongs('contractor', 'Temat nazywa jedyną sprawę szkoły, ale nie ma wątku ani znaku', 'szkola/zaplecze'),
  ),
  arrive(
    {
      key: 'nowa-bielak-dwie',
      from: 'bielak',
      to: 'dudek',
      subject: 'Blaty – podsumowanie tygodnia',
      text: 'Dzień dobry, podsumowanie: pęknięty blat rozliczony w połowie, dostawa kwartalna z kontraktu w czwartek.',
    },
    belongs('contractor', 'Jedna wiadomość o dwóch sprawach tej samej firmy', 'blatex/pekniecie', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'nowa-szulc-niejasne',
      from: 'szulc',
      to: 'maj',
      subject: 'prośba o telefon',
      text: 'Panie Piotrze, proszę o telefon po 14.',
    },
    belongs('contractor', 'Z faktów wynika tylko firma; chodziło o kontrakt', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'nowa-bez-tresci',
      from: 'Irena Flis <irena.flis61@o2.pl>',
      to: 'kuchnie',
      subject: 'kuchnia',
      text: 'Dzień dobry, polecono mi Państwa. Proszę o kontakt.',
    },
    forPerson('Nowa osoba, która nie jest jeszcze niczyim kontrahentem'),
  ),
]
