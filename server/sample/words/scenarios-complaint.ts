import { type Scenario, them, us } from './scenario.ts'

/** Conversations about furniture that came damaged, incomplete or broke later. */
export const complaintScenarios: Scenario[] = [
  {
    key: 'damage',
    trades: ['customer', 'public'],
    desk: 'service',
    reaches: 'warehouse',
    subjects: [
      'Reklamacja – {towary}',
      'Uszkodzona dostawa {zamowienie}',
      'Zgłoszenie reklamacji {reklamacja}',
      'Reklamacja: {towary}, zamówienie {zamowienie}',
    ],
    steps: [
      them(
        [
          '[Zgłaszam reklamację.|Niestety muszę zgłosić reklamację.] W dostawie z zamówienia nr {zamowienie} [{ilosc2} szt. ma porysowane blaty|{ilosc2} szt. ma pęknięte nogi|w {ilosc2} szt. odpryskuje lakier|{ilosc2} szt. dotarło z wgniecionymi krawędziami]. [Dotyczy pozycji: {towary}.|Chodzi o {towary}, kolor {kolor}.]',
          '[Zdjęcia w załączniku.|Dołączam zdjęcia uszkodzeń.] [Proszę o pilną wymianę.|Proszę o informację, co dalej.|Opakowania były całe, więc to raczej nie transport.]',
        ],
        ['photo', 'photo'],
      ),
      us(
        [
          '[Bardzo przepraszam za kłopot.|Przykro mi, że tak się stało.] Zgłoszenie zarejestrowaliśmy pod numerem {reklamacja}. [Proszę o podanie numeru partii z etykiety pod siedziskiem lub na spodzie mebla.|Proszę jeszcze o wypełnienie protokołu z załącznika.]',
          '?[Do czasu rozpatrzenia proszę nie używać tych mebli.|Odpowiedź otrzymają Państwo w ciągu pięciu dni roboczych.]',
        ],
        ['protocol'],
      ),
      them(
        [
          '[Numer partii: {partia}.|Na etykiecie jest numer {partia}.] [Protokół w załączeniu.|Wypełniony protokół odsyłam w załączniku.] [Klient czeka, więc każdy dzień jest ważny.|Proszę o szybką decyzję.]',
        ],
        ['signed-protocol'],
      ),
      us(
        [
          '[Reklamacja {reklamacja} została uznana.|Uznajemy reklamację w całości.] [Wymienimy {ilosc2} szt. na nowe, dostawa {termin2}.|Nowe elementy wyślemy {termin2}, uszkodzone odbierze ten sam kierowca.]',
          '?[Przyczyną był wadliwy lakier z jednej partii.|Na dziale pakowania wprowadziliśmy dodatkową kontrolę.]',
        ],
        [],
        { withCarrier: true },
      ),
      them([
        '[Wymiana odbyła się bez problemu, dziękuję.|Nowe sztuki dotarły, wszystko w porządku.] [Sprawę uważam za zamkniętą.|Proszę zamknąć zgłoszenie.]',
      ]),
    ],
  },
  {
    key: 'missing',
    trades: ['customer', 'public', 'private'],
    desk: 'service',
    reaches: 'warehouse',
    subjects: ['Brakujące elementy – {zamowienie}', 'Brak okuć w dostawie {zamowienie}', 'Niekompletna dostawa'],
    steps: [
      them(
        [
          '[W paczkach brakuje okuć do montażu.|Dostawa jest niekompletna: brakuje kompletu śrub i prowadnic.|Zamiast {ilosc} szt. dotarło {ilosc2} szt.] [Chodzi o zamówienie {zamowienie}.|Zamówienie nr {zamowienie}, {towary}.]',
          '?[Montaż stoi.|Bardzo proszę o szybkie dosłanie.]',
        ],
        ['waybill'],
      ),
      us([
        '[Sprawdzę to na magazynie i wracam z informacją.|Dziękuję za zgłoszenie, już sprawdzam.] [Czy na kartonach jest naklejka z numerem pakowacza?|Czy mogę prosić o zdjęcie etykiety?]',
      ]),
      them(['[Zdjęcie etykiety w załączniku.|Przesyłam zdjęcie.] Partia {partia}.'], ['photo']),
      us(
        [
          '[Brakujące elementy wysłaliśmy dziś kurierem, dotrą {dzien}.|Paczka z kompletem okuć wyszła przed chwilą.] [Przepraszam za niedogodność.|Dołączam list przewozowy.]',
        ],
        ['waybill'],
      ),
      them(['[Dotarło, dziękuję za szybką pomoc.|Paczka jest, montujemy.]']),
    ],
  },
  {
    key: 'repair',
    trades: ['customer', 'public'],
    desk: 'service',
    reaches: 'trade',
    subjects: ['Naprawa gwarancyjna – {towary}', 'Serwis: {towary}', 'Zgłoszenie serwisowe {reklamacja}'],
    steps: [
      them([
        '[Po pół roku użytkowania|Po kilku miesiącach] [w {ilosc2} szt. opada siedzisko|w {ilosc2} szt. skrzypi mechanizm|w {ilosc2} szt. nie działa cichy domyk]. Chodzi o {towary}. [Proszę o przyjazd serwisu.|Meble są jeszcze na gwarancji.]',
      ]),
      us([
        '[Zgłoszenie przyjęte, numer {reklamacja}.|Rejestruję zgłoszenie serwisowe {reklamacja}.] [Serwisant może przyjechać {dzien}, {termin}, po godzinie {godzina}.|Proponuję wizytę serwisu {termin} około {godzina}.]',
        '?Części zabierzemy ze sobą, naprawa potrwa około dwóch godzin.',
      ]),
      them([
        '[{termin} pasuje.|Zapraszamy.] [Proszę pytać o ochronę przy wejściu głównym.|Na miejscu będzie ktoś z administracji.]',
      ]),
      us(
        [
          '[Naprawa wykonana, protokół serwisowy w załączniku.|Przesyłam protokół z dzisiejszej naprawy.] [Wymieniliśmy {ilosc2} mechanizmów.|Wymienione części mają nową dwuletnią gwarancję.]',
        ],
        ['protocol'],
      ),
    ],
  },
  {
    key: 'surplus',
    trades: ['customer'],
    desk: 'service',
    reaches: 'warehouse',
    subjects: ['Zwrot towaru – {zamowienie}', 'Zwrot nadwyżki: {towary}', 'Zwrot palet'],
    steps: [
      them([
        '[Mamy do zwrotu {ilosc2} szt. – {towary}, w oryginalnych opakowaniach.|Z ostatniej dostawy zostało nam {palety} palet zwrotnych.] [Czy mogą Państwo je odebrać?|Kiedy będzie najbliższy transport?]',
      ]),
      us(
        [
          '[Odbierzemy przy najbliższej dostawie, {termin}.|Kierowca zabierze to {dzien}.] [Protokół zwrotu w załączniku.|Proszę przygotować dokument zwrotu, wzór dołączam.]',
        ],
        ['protocol'],
      ),
      them(
        [
          '[Przygotowane i zafoliowane.|Wszystko czeka przy rampie.] [Czy korektę dostaniemy w tym miesiącu?|Proszę o korektę faktury {faktura}.]',
        ],
        ['signed-protocol'],
      ),
      us(
        ['[Zwrot przyjęty bez uwag.|Potwierdzam przyjęcie zwrotu.] Korekta nr {korekta} w załączniku.'],
        ['correction'],
        { desk: 'accounting' },
      ),
    ],
  },
  {
    key: 'consumer-complaint',
    trades: ['private'],
    desk: 'service',
    reaches: 'trade',
    subjects: ['Reklamacja mebli', 'Uszkodzony mebel', 'Niezgodność towaru z umową – {zamowienie}'],
    steps: [
      them(
        [
          '<Kupiłam/Kupiłem> u Państwa meble (zamówienie {zamowienie}) i [po dwóch tygodniach zaczął odklejać się fornir|jedna z szuflad się nie domyka|tapicerka przetarła się na szwie].',
          '[Proszę o naprawę albo wymianę.|<Chciałabym/Chciałbym> wiedzieć, jak to załatwić.] [Zdjęcie w załączniku.|Przesyłam zdjęcie.]',
        ],
        ['photo'],
      ),
      us([
        '[Bardzo przepraszamy za niedogodności.|Dziękujemy za zgłoszenie i przepraszamy.] Reklamacja ma numer {reklamacja}, odpowiedź otrzyma «Pani/Pan» w ciągu 14 dni. [Czy moglibyśmy przysłać serwisanta {dzien}?|Serwisant może przyjechać {termin}.]',
      ]),
      them([
        '[Tak, będę w domu po 16.|Może być, ale proszę o telefon wcześniej.] [Domofon nie działa.|Mieszkam na drugim piętrze bez windy.]',
      ]),
      us(
        [
          '[Dziękuję, wizyta potwierdzona: {termin}.|Potwierdzam wizytę.] [Po naprawie zostawimy protokół.|W załączniku formularz zgłoszenia do podpisu.]',
        ],
        ['protocol'],
      ),
      them(['[Wszystko naprawione, serwisant bardzo miły.|Dziękuję, teraz jest idealnie.]']),
    ],
  },
  {
    key: 'consumer-question',
    trades: ['private'],
    desk: 'sales',
    reaches: 'trade',
    subjects: ['Pytanie o {towary}', 'Czy można zamówić inny kolor?', 'Zamówienie indywidualne'],
    steps: [
      them([
        '<Znalazłam/Znalazłem> na Państwa stronie {towary} i mam pytanie. [Czy można zamówić w kolorze {kolor}?|Czy sprzedają Państwo także osobom prywatnym?]',
        '[Ile kosztuje sztuka z dostawą {miastoW}?|Jak długo się czeka?]',
      ]),
      us(
        [
          '[Dzień dobry i dziękuję za wiadomość.|Dziękuję za zainteresowanie.] [Tak, kolor {kolor} jest dostępny.|Oczywiście, sprzedajemy również osobom prywatnym.] Cena brutto za sztukę wynosi {cenaBrutto}, [transport 180 zł|dostawa w cenie|z transportem do drzwi]. [Czas oczekiwania to około pięciu tygodni.|Realizacja trwa do {termin2}.]',
          '?W załączniku karta produktu i cennik.',
        ],
        ['price-list'],
      ),
      them([
        '[Biorę.|<Zdecydowałam/Zdecydowałem> się.] [Proszę o numer konta.|Jak mogę zapłacić?|Proszę o fakturę imienną.]',
      ]),
      us(
        [
          '[Numer konta jest na załączonym dokumencie.|W załączniku faktura zaliczkowa z numerem konta.] [Dziękujemy za zaufanie.|Damy znać, gdy meble będą gotowe.]',
        ],
        ['invoice'],
        { desk: 'accounting' },
      ),
    ],
  },
]
