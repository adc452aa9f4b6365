import { type Scenario, them, us } from './scenario.ts'

/** Conversations about bringing furniture to customers and putting it up. */
export const deliveryScenarios: Scenario[] = [
  {
    key: 'delivery',
    trades: ['customer', 'public'],
    desk: 'sales',
    reaches: 'warehouse',
    subjects: [
      'Awizacja dostawy – zamówienie {zamowienie}',
      'Dostawa {zamowienie} – {termin}',
      'Wysyłka zamówienia {zamowienie}',
    ],
    steps: [
      us(
        [
          '[Uprzejmie informuję, że|Dobra wiadomość:] zamówienie nr {zamowienie} [jest gotowe do wysyłki|zostało spakowane]. [Dostawę planujemy na {termin} w godzinach {godzina}–{godzina2}.|Samochód będzie u Państwa {dzien}, {termin}, około godziny {godzina}.]',
          '[Całość to {palety} palet, łączna waga około {waga} kg.|Wysyłamy {palety} palet.] [Kierowca: {kierowca}, nr rej. {auto}.|Dane kierowcy: {kierowca}, samochód {auto}.]',
          '?[List przewozowy dołączam do wiadomości.|Dokument WZ w załączniku.]',
        ],
        ['waybill'],
        { withCarrier: true },
      ),
      them([
        '[Dziękuję za informację, czekamy.|Potwierdzam, ktoś będzie na miejscu.] [Rampa jest dostępna do godziny {godzina2}.|Proszę, żeby kierowca zadzwonił pół godziny wcześniej.|Wjazd od strony parkingu, brama nr 2.]',
        '?[Mamy na miejscu wózek widłowy.|Nie mamy wózka, potrzebna będzie winda załadowcza.]',
      ]),
      us([
        '[Przekazuję|Już przekazuję] informację kierowcy. [Samochód ma windę, więc rozładunek nie będzie problemem.|Wszystko ustalone.]',
      ]),
      them(
        [
          '[Towar dotarł, ilości się zgadzają.|Dostawa przyjęta bez uwag.|Potwierdzam odbiór {palety} palet.] [Podpisany dokument WZ przesyłam w załączniku.|Skan dokumentu w załączeniu.]',
          '?[Jedna folia była naderwana, ale meble są całe.|Pozdrowienia dla kierowcy, bardzo pomógł przy rozładunku.]',
        ],
        ['waybill'],
      ),
    ],
  },
  {
    key: 'delay',
    trades: ['customer'],
    desk: 'sales',
    reaches: 'trade',
    subjects: [
      'Opóźnienie dostawy – zamówienie {zamowienie}',
      'Zmiana terminu: {zamowienie}',
      'Zamówienie {zamowienie}: gdzie jest towar?',
    ],
    steps: [
      them([
        '[Zamówienie nr {zamowienie} miało być u nas w tym tygodniu, a nie mam żadnej informacji.|Kiedy możemy spodziewać się zamówienia {zamowienie}?] [Klient dzwoni codziennie.|Montaż mamy zaplanowany na {termin}.]',
        '?[Proszę o pilną odpowiedź.|Proszę o konkretną datę, nie o „w najbliższym czasie”.]',
      ]),
      us([
        '[Bardzo przepraszam za brak informacji.|Przepraszam, powinniśmy byli odezwać się wcześniej.] [Dostawca płyty przesunął nam transport|Mieliśmy awarię centrum obróbczego|Tapicernia czeka na tkaninę w kolorze {kolor}] i [wysyłka nastąpi {termin2}|termin przesunął się na {termin2}].',
        '?[Część zamówienia, {ilosc2} szt., możemy wysłać od razu.|Jeżeli to pomoże, pierwszą partię wyślemy już jutro na nasz koszt.]',
      ]),
      them([
        '[Trudno, proszę wysłać to, co jest gotowe.|Dobrze, ale {termin2} to termin ostateczny.] [W przeciwnym razie naliczymy karę umowną.|Liczymy na rabat przy następnym zamówieniu.|Klient zgodził się poczekać.]',
      ]),
      us(
        [
          '[Rozumiem i biorę to na siebie.|Potwierdzam: {termin2}.] [W ramach przeprosin doliczymy do następnego zamówienia rabat {rabat}.|Koszt dodatkowego transportu pokrywamy my.] [Aktualny harmonogram w załączniku.|Rozpiskę partii dołączam.]',
        ],
        ['order-sheet'],
      ),
    ],
  },
  {
    key: 'assembly',
    trades: ['customer', 'public'],
    desk: 'service',
    reaches: 'warehouse',
    subjects: ['Montaż mebli – {termin}', 'Ustalenie terminu montażu ({towary})', 'Montaż i odbiór – {zamowienie}'],
    steps: [
      us([
        '[Chcielibyśmy umówić termin montażu.|Piszę w sprawie montażu mebli z zamówienia {zamowienie}.] [Nasza ekipa jest wolna {dzien}, {termin}, od godziny {godzina}.|Proponuję {termin} od {godzina}, trzech monterów, jeden dzień pracy.]',
        '[Proszę o informację, czy pomieszczenia będą opróżnione i czy jest winda.|Potrzebujemy dostępu do prądu i wolnego miejsca do rozpakowania.]',
      ]),
      them([
        '[Termin nam pasuje.|Może być {termin}.] [Winda jest, ale mała, nośność 400 kg.|Pomieszczenia będą puste, klucze są w portierni.|Proszę o listę pracowników i numery samochodów dla ochrony.]',
      ]),
      us(
        [
          '[Dziękuję.|Świetnie, rezerwuję.] Przyjedzie {kierowca} z ekipą, samochód {auto}. [Po montażu podpiszemy protokół odbioru, wzór w załączniku.|Wzór protokołu odbioru przesyłam wcześniej do wglądu.]',
        ],
        ['protocol'],
      ),
      them(
        [
          '[Montaż zakończony, ekipa bardzo sprawna.|Wszystko zmontowane.] [W załączeniu podpisany protokół.|Odsyłam podpisany protokół z jedną uwagą: brakuje dwóch zaślepek.]',
        ],
        ['signed-protocol'],
      ),
    ],
  },
  {
    key: 'layout',
    trades: ['customer', 'public'],
    desk: 'sales',
    reaches: 'board',
    subjects: ['Projekt aranżacji – {towary}', 'Wizualizacja i rzut pomieszczenia', 'Aranżacja: rozmieszczenie mebli'],
    steps: [
      them(
        [
          '[Przesyłam rzut pomieszczenia.|W załączniku rzut z wymiarami.] [Proszę o propozycję ustawienia: potrzebujemy {ilosc} miejsc.|Chcielibyśmy zobaczyć, jak zmieszczą się tam {towary}.]',
          '?[Słupów konstrukcyjnych nie można ruszyć.|Drzwi ewakuacyjne muszą pozostać wolne.]',
        ],
        ['plan'],
      ),
      us(
        [
          '[Projektantka przygotowała dwa warianty.|Przesyłam propozycję aranżacji.] [W wariancie A mieści się {ilosc} szt., w wariancie B o cztery mniej, ale przejścia są szersze.|Przejścia mają po 120 cm, więc przepisy są zachowane.]',
        ],
        ['plan'],
      ),
      them([
        '[Wariant A jest bardzo dobry.|Zarządowi podoba się wariant B.] [Proszę tylko zmienić kolor na {kolor2}.|Czy można obrócić stoły o 90 stopni?|Proszę o wycenę tego wariantu.]',
      ]),
      us(
        [
          '[Poprawiony rzut i wycena w załączniku.|Zgodnie z prośbą przesyłam poprawiony projekt razem z ofertą nr {oferta}.]',
        ],
        ['plan', 'offer'],
      ),
      them(['[Dziękuję, akceptujemy bez uwag.|Projekt zaakceptowany, przekazuję do zakupów.]']),
    ],
  },
  {
    key: 'showroom',
    trades: ['customer'],
    desk: 'sales',
    reaches: 'board',
    subjects: ['Ekspozycja w salonie', 'Meble na ekspozycję – {towary}', 'Wymiana ekspozycji {rok}'],
    steps: [
      us(
        [
          '[Chcielibyśmy odświeżyć ekspozycję w Państwa salonie.|Przygotowaliśmy nową kolekcję na ekspozycję.] Proponuję {towary} w kolorze {kolor}, [na warunkach komisowych|z rabatem ekspozycyjnym 35 %].',
          '?[Stare meble odbierzemy przy okazji dostawy.|Materiały reklamowe dostarczymy bezpłatnie.]',
        ],
        ['photo'],
      ),
      them([
        '[Jesteśmy zainteresowani.|Bardzo chętnie.] [Mamy wolne około 20 m² przy wejściu.|Ile czasu meble mogłyby u nas zostać?|Kto ponosi koszty ubezpieczenia?]',
      ]),
      us(
        [
          '[Meble zostają u Państwa na sześć miesięcy, ubezpieczenie po naszej stronie.|Standardowo pół roku, a potem mogą je Państwo kupić za połowę ceny.] [Projekt umowy użyczenia w załączniku.|Przesyłam krótką umowę do podpisu.]',
        ],
        ['contract'],
      ),
      them(
        [
          '[Umowa podpisana, skan w załączeniu.|Odsyłam podpisaną umowę.] [Czekamy na meble {dzien}.|Miejsce przygotujemy do {termin}.]',
        ],
        ['signed-contract'],
      ),
    ],
  },
  {
    key: 'meeting',
    trades: ['customer', 'supplier', 'carrier', 'office', 'public'],
    desk: 'sales',
    reaches: 'board',
    subjects: [
      'Spotkanie {termin}',
      'Propozycja spotkania',
      'Spotkanie {miastoW}',
      'Podsumowanie kwartału – spotkanie',
    ],
    steps: [
      us([
        '<Chciałabym/Chciałbym> zaproponować spotkanie [podsumowujące ostatni kwartał|w sprawie dalszej współpracy|dotyczące planów na {rok} rok].',
        '[Czy odpowiada Państwu {termin} o godzinie {godzina}?|Mogę przyjechać do Państwa {dzien}, {termin}, na godzinę {godzina}.|Zapraszamy do nas do Kępna, {termin}, godzina {godzina}.]',
      ]),
      them([
        '[Ten termin mi odpowiada.|{termin} jest w porządku.] [Proszę o zaproszenie do kalendarza.|Będziemy w dwie osoby.|Proszę tylko o przesunięcie na godzinę {godzina2}.]',
      ]),
      us(
        [
          '[Wysyłam zaproszenie.|Zaproszenie w załączniku.] [Proponuję omówić: bieżące zamówienia, terminy, ceny.|W agendzie: realizacja zamówień, reklamacje, plany na {rok} rok.]',
        ],
        ['invitation'],
      ),
      us(
        [
          '[Dziękuję za dzisiejsze spotkanie.|Dziękujemy za rozmowę i gościnę.] [W załączniku krótka notatka z ustaleniami.|Notatkę ze spotkania przesyłam w załączniku, proszę o ewentualne uwagi.]',
        ],
        ['minutes'],
      ),
      them([
        '[Dziękuję, notatka oddaje to, co ustaliliśmy.|Nie mam uwag do notatki.] [Pozostałe liczby dośle księgowość.|Wracamy do tematu po {termin2}.]',
      ]),
    ],
  },
  {
    key: 'contract',
    trades: ['customer', 'supplier', 'carrier'],
    desk: 'sales',
    reaches: 'board',
    subjects: ['Umowa o współpracy nr {umowa}', 'Umowa ramowa {umowa}', 'Projekt umowy {umowa} – uwagi'],
    steps: [
      us(
        [
          '[Zgodnie z ustaleniami|Nawiązując do naszej rozmowy,] przesyłam projekt umowy nr {umowa}. [Proszę o uwagi do {termin}.|Prosimy o przekazanie go Państwa prawnikom.]',
          '?[Warunki handlowe przepisaliśmy z dotychczasowej umowy.|Zmieniły się tylko paragrafy 4 i 7.]',
        ],
        ['contract'],
      ),
      them(
        [
          '[Przesyłam nasze uwagi.|Nasz prawnik ma dwie uwagi.] [W § 5 proponujemy termin płatności 45 dni.|Kara umowna z § 8 powinna działać w obie strony.|W § 11 prosimy o trzymiesięczny okres wypowiedzenia.]',
          '?[Plik ze zmianami w załączniku.|Zmiany naniesione w trybie śledzenia.]',
        ],
        ['contract'],
      ),
      us(
        [
          '[Możemy zgodzić się na jedną z tych zmian, termin płatności zostaje 30 dni.|Uwagi przyjęte, poza karą umowną.] [Ujednolicona wersja w załączniku.|Przesyłam wersję do podpisu.]',
        ],
        ['contract'],
      ),
      them(
        [
          '[Podpisany skan w załączeniu, oryginały wysyłamy pocztą.|Umowa podpisana, skan przesyłam w załączniku.] [Cieszymy się na dalszą współpracę.|Proszę o odesłanie jednego egzemplarza.]',
        ],
        ['signed-contract'],
      ),
    ],
  },
]
