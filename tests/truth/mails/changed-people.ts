import { arrives, byHand, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) =>
  arrives('changed-people', mail, truth, afterwards)

/** People who changed employer, a holding on one domain, free-mail writers, accountants of many clients. */
export const changedPeople: Step[] = [
  arrive(
    {
      key: 'zmiana-szulc-zegna',
      from: 'szulc',
      to: 'maj',
      subject: 'Pożegnanie',
      text: 'Panie Piotrze, od poniedziałku pracuję w innej firmie. W Blateksie kontrakt przejmuje Magdalena Bielak.',
    },
    belongs('contractor', 'Ostatnia wiadomość z adresu Blatexu; dotyczy obsługi kontraktu', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'zmiana-szulc-okucia',
      from: 'szulcnowy',
      to: 'maj',
      subject: 'Dzień dobry z nowego miejsca',
      text: 'Panie Piotrze, teraz odpowiadam w Okuciach Wschód za zachód kraju. Wpadnę z katalogiem.',
    },
    belongs('contractor', 'Ta sama osoba, nowy pracodawca: pisze za Okucia Wschód', 'okucia'),
  ),
  arrive(
    {
      key: 'zmiana-szulc-stary-watek',
      from: 'szulcnowy',
      to: 'maj',
      re: 'kwarc-zgoda',
      subject: 'Zawiasy – rabat od 10 000 kompletów',
      quote: 'none',
      text: 'Panie Piotrze, odpowiadam na starą korespondencję, bo nie mam jeszcze kontaktów. Przy 10 000 zawiasów z domykiem dam 9 %.',
    },
    belongs('contractor', 'Pisze już za Okucia Wschód, choć w wątku Blatexu', 'okucia/zawiasy'),
  ),
  arrive(
    {
      key: 'zmiana-bielak-przejmuje',
      from: 'bielak',
      to: 'maj',
      re: 'kwarc-zgoda',
      text: 'Dzień dobry, przejmuję kontrakt po Robercie. Podpisany egzemplarz wysłałam kurierem.',
    },
    belongs('case', 'Następczyni odpowiada w wątku kontraktu', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'zmiana-pawlik-nowy',
      from: 'pawliknowy',
      to: 'zych',
      re: 'etap1-start',
      subject: 'Nowa inwestycja – ApartInwest',
      quote: 'none',
      text: 'Pani Aniu, zmieniłem pracę. ApartInwest buduje 30 lokali w Swarzędzu, proszę o ofertę.',
    },
    forPerson('Nowa firma bez kartoteki; stary wątek dotyczy poprzedniego pracodawcy'),
  ),
  arrive(
    {
      key: 'zmiana-tarcza-ksieg-dev',
      from: 'tarczaksieg',
      to: 'faktury',
      subject: 'Prośba o korektę – Tarcza Development, NIP 737-028-86-52',
      text: 'Dzień dobry, na fakturze za zestawy kuchni brak numeru zamówienia. Spółka: Tarcza Development, NIP 737-028-86-52.',
    },
    belongs('contractor', 'Wspólna domena holdingu; spółkę wskazuje nazwa i NIP', 'tarczadev'),
  ),
  arrive(
    {
      key: 'zmiana-tarcza-ksieg-hot',
      from: 'tarczaksieg',
      to: 'faktury',
      subject: 'Potwierdzenie salda – Tarcza Hospitality',
      text: 'Prosimy o potwierdzenie salda na koniec kwartału dla spółki Tarcza Hospitality Sp. z o.o., NIP 7928717455.',
    },
    belongs('contractor', 'Wspólna domena holdingu; spółkę wskazuje NIP', 'tarczahot'),
  ),
  arrive(
    {
      key: 'zmiana-tarcza-nieznany',
      from: 'tarczanowy',
      to: 'biuro',
      subject: 'Spotkanie w sprawie współpracy',
      text: 'Dzień dobry, chciałbym umówić spotkanie z działem handlowym. Filip Zięba, Grupa Tarcza.',
    },
    forPerson('Nowa osoba holdingu; nie wiadomo, w imieniu której spółki pisze'),
  ),
  arrive(
    {
      key: 'zmiana-tarcza-watek',
      from: 'tarczanowy',
      to: 'zych',
      cc: 'sikora',
      re: 'aparthotel-wycena',
      text: 'Dzień dobry, od dziś prowadzę temat zabudów razem z panią Joanną.',
    },
    belongs('case', 'Nowa osoba holdingu w wątku Aparthotelu', 'tarczahot/aparthotel'),
  ),
  arrive(
    {
      key: 'zmiana-zielinski-syn',
      from: 'zielinskisyn',
      to: 'dudek',
      re: 'montaze-lista',
      text: 'Panie Janku, tata w szpitalu, ja biorę montaże w kwietniu. Lista adresów dotarła.',
    },
    belongs('case', 'Syn montera odpowiada w wątku z prywatnego adresu', 'monter/montaze'),
  ),
  arrive(
    {
      key: 'zmiana-zielinski-syn-nowy',
      from: 'zielinskisyn',
      to: 'dudek',
      subject: 'Zdjęcia z montażu Swarzędz',
      text: 'W załączniku zdjęcia z wczorajszego montażu. Patryk od Zielińskiego.',
    },
    belongs('contractor', 'Pisał już w sprawie montaży z tego adresu', 'monter/montaze'),
  ),
  arrive(
    {
      key: 'zmiana-saldo-hotel',
      from: 'saldo',
      to: 'sroka',
      subject: 'Hotel Żuraw – brak faktury zaliczkowej',
      text: 'Pani Ewo, dla Hotelu Żuraw (NIP 7600227856) nadal nie mam faktury zaliczkowej za aneksy.',
    },
    belongs('contractor', 'Biuro rachunkowe pisze za hotel; wskazuje go NIP', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'zmiana-saldo-lakiernia',
      from: 'saldo',
      to: 'sroka',
      subject: 'Lakiernia Połysk – nota odsetkowa',
      text: 'Dzień dobry, wystawiamy w imieniu Lakierni Połysk notę odsetkową za luty. NIP klienta 866-317-57-10.',
    },
    belongs('contractor', 'To samo biuro, inny klient; dotychczas pisało o innych', 'lakiernia'),
  ),
  byHand('dabrowa', {
    key: 'zmiana-saldo-dabrowa-reka',
    from: 'saldodwa',
    to: 'sroka',
    subject: 'Dąbrowa – uzgodnienie sald',
    text: 'Dzień dobry, proszę o wydruk konta stolarni.',
  }),
  arrive(
    {
      key: 'zmiana-saldo-dabrowa',
      from: 'saldodwa',
      to: 'sroka',
      re: 'zmiana-saldo-dabrowa-reka',
      text: 'Dziękuję, zgadza się co do grosza.',
    },
    belongs('contractor', 'Odpowiedź w wątku o koncie stolarni', 'dabrowa'),
  ),
  arrive(
    {
      key: 'zmiana-saldo-niejasne',
      from: 'saldo',
      to: 'sroka',
      subject: 'brakujące dokumenty',
      text: 'Pani Ewo, proszę o dosłanie dokumentów za kwiecień, bo zamykam miesiąc.',
    },
    forPerson('Biuro obsługuje pięciu naszych kontrahentów i nie mówi, o którego chodzi'),
  ),
  arrive(
    {
      key: 'zmiana-saldo-dwoch',
      from: 'saldo',
      to: 'sroka',
      subject: 'Montaż Zieliński i Pracownia Wrona – rachunki',
      text: 'Dzień dobry, proszę o potwierdzenie rachunków: Zieliński (NIP 672-169-79-22) i Wrona (NIP 822-195-96-85).',
    },
    belongs('contractor', 'Jedna wiadomość o dwóch kontrahentach, obaj z NIP', 'monter', 'wrona'),
  ),
  arrive(
    {
      key: 'zmiana-wrona-studio',
      from: 'Kuba Wrona <kuba@pracowniawrona.example>',
      to: 'zych',
      re: 'showroom-uwagi',
      text: 'Mam wreszcie własną domenę, proszę już tu pisać. Beton zamieniamy na mikrocement.',
    },
    belongs('case', 'Ten sam architekt z nowego adresu, odpowiada w wątku', 'wrona/showroom'),
  ),
]
