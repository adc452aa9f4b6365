import { type Scenario, them, us } from './scenario.ts'

/** Conversations on the way from a question to an order. */
export const sellingScenarios: Scenario[] = [
  {
    key: 'inquiry',
    trades: ['customer', 'public'],
    desk: 'sales',
    reaches: 'trade',
    subjects: [
      'Zapytanie ofertowe – {towary}',
      'Prośba o ofertę na {towary}',
      'Zapytanie o {towary}, {ilosc} szt.',
      'Oferta na {towary}',
    ],
    steps: [
      them([
        '[Proszę o przygotowanie oferty na|Uprzejmie prosimy o wycenę|Proszę o przedstawienie ceny i terminu dla następującej pozycji:] {ilosc} szt. – {towary} w kolorze {kolor}.',
        '[Miejsce dostawy: {adres}.|Dostawa na adres: {adres}.] [Interesuje nas termin do {termin}.|Zależy nam na dostawie najpóźniej {termin}.]',
        '?[Jeżeli przy tej ilości możliwy jest rabat, proszę od razu uwzględnić go w cenie.|Czy przy zamówieniu powyżej {ilosc} szt. mogą Państwo zaproponować lepszą cenę?]',
        '?[Proszę też o informację, jak długo obowiązuje oferta.|Proszę również o podanie warunków gwarancji.]',
      ]),
      us(
        [
          '[Dziękuję za zapytanie.|Bardzo dziękuję za zainteresowanie naszymi meblami.] W załączniku przesyłam ofertę nr {oferta} na {towary}.',
          '[Cena netto za sztukę wynosi {cena}, wartość całości brutto: {kwota}.|Przy ilości {ilosc} szt. proponujemy {cena} netto za sztukę, czyli {kwota} brutto za całość.] [Termin realizacji to cztery tygodnie od potwierdzenia zamówienia.|Możemy dostarczyć całość do {termin}.]',
          '?[Oferta jest ważna 30 dni.|Cena obejmuje transport i wniesienie.|Próbki wykończeń wyślę bezpłatnie, wystarczy krótka wiadomość.]',
        ],
        ['offer'],
      ),
      them([
        '[Dziękuję za szybką odpowiedź.|Dziękuję za ofertę.] [Po rozmowie z zarządem wracam z jedną uwagą:|Przeanalizowaliśmy ją i mamy pytanie o cenę:] [czy jest możliwy rabat w wysokości {rabat}?|konkurencja zaproponowała nam warunki lepsze o około {rabat}. Czy są Państwo w stanie się do tego zbliżyć?]',
        '?[Pozostałe warunki nam odpowiadają.|Termin i kolor są w porządku.]',
      ]),
      us(
        [
          '[Po uzgodnieniu z dyrekcją|Po ponownym przeliczeniu kosztów] możemy zaproponować rabat {rabat} pod warunkiem [zamówienia w tym miesiącu|płatności w ciągu 14 dni|jednej dostawy całości].',
          'Poprawioną ofertę [przesyłam w załączniku|znajdą Państwo w załączniku|dołączam do tej wiadomości]. [Mam nadzieję, że teraz jest atrakcyjna.|Poniżej tej ceny niestety nie jesteśmy już w stanie zejść.]',
        ],
        ['offer', 'price-list'],
      ),
      them([
        '[Akceptujemy ofertę nr {oferta}.|Potwierdzam, przyjmujemy ofertę nr {oferta} na nowych warunkach.] [Zamówienie prześlemy jeszcze w tym tygodniu.|Formalne zamówienie wyśle do Państwa nasz dział zakupów.]',
        '?[Dziękuję za elastyczność.|Cieszę się, że udało się dojść do porozumienia.]',
      ]),
    ],
  },
  {
    key: 'order',
    trades: ['customer', 'public'],
    desk: 'sales',
    reaches: 'trade',
    subjects: [
      'Zamówienie {zamowienie}',
      'Zamówienie {zamowienie} – {towary}',
      'Nowe zamówienie: {towary}',
      'Zamówienie na {towary} ({ilosc} szt.)',
    ],
    steps: [
      them(
        [
          '[W załączeniu przesyłam zamówienie|Przesyłam w załączniku zamówienie] nr {zamowienie}: {ilosc} szt. – {towary}, kolor {kolor}.',
          '[Proszę o potwierdzenie przyjęcia do realizacji oraz terminu dostawy.|Proszę o potwierdzenie ceny i terminu.]',
          '?[Towar prosimy dostarczyć na adres: {adres}.|Rozładunek możliwy jest w dni robocze w godzinach 8–15.]',
        ],
        ['order'],
      ),
      us(
        [
          '[Potwierdzam przyjęcie zamówienia|Dziękuję, zamówienie przyjęte do realizacji:] nr {zamowienie}. [Planowany termin wysyłki to {termin}.|Wysyłkę planujemy na {termin}.]',
          '?[Potwierdzenie z cenami dołączam w arkuszu.|Szczegóły pozycji i ceny są w załączonym arkuszu.] [Proszę o sprawdzenie kolorów i ilości.|W razie niezgodności proszę o informację do jutra.]',
        ],
        ['order-sheet'],
      ),
      them([
        '[Wszystko się zgadza, dziękuję.|<Sprawdziłam/Sprawdziłem> pozycje, wszystko się zgadza.] [Mam tylko prośbę: proszę dopisać na fakturze nasz numer zamówienia.|Czy mogliby Państwo zaawizować dostawę dzień wcześniej?|Proszę jeszcze o informację, ile to będzie palet.]',
      ]),
      us([
        '[Oczywiście, tak zrobimy.|Jasne, <przekazałam/przekazałem> to do magazynu.] [Całość zmieści się na {palety} paletach.|Kierowca zadzwoni dzień przed dostawą.]',
        '?[Gdyby termin miał się zmienić, odezwę się od razu.|O wysyłce powiadomimy osobną wiadomością.]',
      ]),
    ],
  },
  {
    key: 'order-change',
    trades: ['customer'],
    desk: 'sales',
    reaches: 'trade',
    subjects: [
      'Zmiana w zamówieniu {zamowienie}',
      'Zamówienie {zamowienie} – zmiana koloru',
      'Pilne: korekta zamówienia {zamowienie}',
    ],
    steps: [
      them([
        '[Niestety muszę zmienić|Klient zmienił zdanie i muszę poprosić o zmianę] zamówienia nr {zamowienie}.',
        '[Zamiast koloru {kolor} prosimy o kolor {kolor2}.|Prosimy o {ilosc2} szt. w kolorze {kolor2}, reszta bez zmian.] [Czy jest to jeszcze możliwe?|Czy produkcja już ruszyła?]',
      ]),
      us(
        [
          '[Na szczęście elementy nie trafiły jeszcze do lakierni, więc zmiana jest możliwa bez kosztów.|Część elementów jest już pocięta, ale kolor możemy jeszcze zmienić.]',
          '[Termin dostawy przesunie się na {termin2}.|Termin pozostaje bez zmian: {termin}.] [W załączniku zaktualizowane potwierdzenie.|Przesyłam nowe potwierdzenie, proszę o akceptację.]',
        ],
        ['order-sheet'],
      ),
      them([
        '[Akceptuję.|Potwierdzam, proszę realizować według nowej wersji.] [Bardzo dziękuję za pomoc.|Przepraszam za zamieszanie.|Dziękuję, uratowali nas Państwo.]',
      ]),
    ],
  },
  {
    key: 'price-list',
    trades: ['customer'],
    desk: 'sales',
    reaches: 'board',
    subjects: ['Cennik {rok}', 'Nowy cennik Meblosfery na {rok} rok', 'Zmiana cen od 1 stycznia {rok}'],
    steps: [
      us(
        [
          '[W załączeniu przesyłam cennik|Przesyłam nowy cennik] obowiązujący od 1 stycznia {rok} roku. [Średnia zmiana cen wynosi {rabat}.|Ceny większości pozycji rosną o {rabat}, głównie z powodu kosztów płyty i energii.]',
          'Zamówienia złożone do końca grudnia [zrealizujemy jeszcze po starych cenach|rozliczymy według dotychczasowego cennika].',
          '?[Cena pozycji {towary} pozostaje bez zmian.|Przy pozycji {towary} udało się zmianę ograniczyć do minimum.]',
        ],
        ['price-list'],
      ),
      them([
        '[Dziękuję za cennik.|Cennik otrzymaliśmy.] [Podwyżka jest dla nas sporym zaskoczeniem.|Nie ukrywam, że liczyliśmy na mniejszą zmianę.] [Czy nasz dotychczasowy rabat zostaje utrzymany?|Czy przy stałych zamówieniach możemy liczyć na dodatkowe {rabat}?]',
      ]),
      us([
        '[Rabat pozostaje na dotychczasowym poziomie.|Dla stałych odbiorców utrzymujemy rabat z umowy.] [Przy obrotach powyżej {kwota} kwartalnie dodamy bonus {rabat}.|Chętnie porozmawiam o bonusie rocznym przy najbliższym spotkaniu.]',
        '?[Proponuję rozmowę telefoniczną {dzien} o {godzina}.|Będę w Państwa okolicy {termin}, mogę podjechać.]',
      ]),
      them([
        '[Dobrze, to nam odpowiada.|W porządku, przyjmujemy.] [Proszę jeszcze o wersję z kodami EAN.|Poproszę o ten sam cennik z podziałem na kolekcje.]',
      ]),
      us(
        ['[Zgodnie z prośbą przesyłam rozszerzoną wersję arkusza.|Proszę bardzo, w załączniku uzupełniony plik.]'],
        ['price-list'],
      ),
    ],
  },
  {
    key: 'certificates',
    trades: ['customer', 'public'],
    desk: 'sales',
    reaches: 'trade',
    subjects: ['Atesty – {towary}', 'Prośba o certyfikaty: {towary}', 'Dokumenty do odbioru – {towary}'],
    steps: [
      them([
        '[Do odbioru przez straż pożarną potrzebujemy|Nasz inwestor prosi o] [atest trudnopalności|atesty higieniczne i deklarację zgodności] [na|dla pozycji:] {towary}.',
        '[Czy mogą Państwo przesłać skany?|Proszę o przesłanie dokumentów do {termin}.]',
      ]),
      us(
        [
          '[W załączniku przesyłam komplet dokumentów.|Przesyłam atest i deklarację zgodności.] [Oryginały możemy wysłać pocztą.|Dokument jest ważny do końca {rok} roku.]',
        ],
        ['certificate'],
      ),
      them([
        '[Dziękuję, o to właśnie chodziło.|Bardzo dziękuję za szybką reakcję.] [Brakuje mi jeszcze karty technicznej tkaniny.|Czy tapicerka w kolorze {kolor} ma ten sam atest?]',
      ]),
      us(
        ['[Tak, atest obejmuje wszystkie kolory tej kolekcji.|Kartę techniczną dosyłam w załączniku.]'],
        ['certificate'],
      ),
    ],
  },
  {
    key: 'tender',
    trades: ['public'],
    desk: 'sales',
    reaches: 'trade',
    subjects: [
      'Zapytanie ofertowe nr {postepowanie} – dostawa mebli',
      'Postępowanie: dostawa i montaż mebli – {towary}',
      'Rozeznanie rynku – {towary}',
    ],
    steps: [
      them(
        [
          'W związku z planowanym zakupem wyposażenia [zwracamy się z prośbą o przedstawienie oferty|zapraszamy do złożenia oferty] na dostawę i montaż: {towary}, {ilosc} szt.',
          'Oferty należy składać [drogą elektroniczną|na niniejszy adres e-mail] do {termin} do godziny {godzina}. [Kryterium wyboru: cena – 60 %, gwarancja – 40 %.|Jedynym kryterium wyboru oferty jest cena.]',
          '?Opis przedmiotu zamówienia stanowi załącznik do niniejszego pisma.',
        ],
        ['plan'],
      ),
      us(
        [
          '[W odpowiedzi na zapytanie|Nawiązując do Państwa zapytania] przedkładam ofertę nr {oferta} wraz z wymaganymi dokumentami. Wartość brutto: {kwota}. Gwarancja: [36|48|60] miesięcy.',
          '?Termin związania ofertą wynosi 30 dni.',
        ],
        ['offer', 'certificate'],
      ),
      them(
        [
          '[Informujemy, że Państwa oferta została wybrana jako najkorzystniejsza.|Uprzejmie informuję, że w wyniku postępowania wybrano ofertę Państwa firmy.] [Projekt umowy przesyłamy w załączeniu.|W załączeniu umowa do podpisu.]',
        ],
        ['contract'],
      ),
      us(
        [
          '[Bardzo dziękujemy za wybór naszej oferty.|To dla nas bardzo dobra wiadomość.] [Podpisaną umowę odsyłam w załączniku.|W załączniku skan umowy podpisanej przez prezes zarządu.] [Oryginały wysłaliśmy dziś kurierem.|Oryginał dostarczymy przy pierwszej dostawie.]',
        ],
        ['signed-contract'],
      ),
    ],
  },
]
