import { type Scenario, them, us } from './scenario.ts'

/** Conversations with those who serve our office, and the confidential ones of the board. */
export const officeScenarios: Scenario[] = [
  {
    key: 'legal-opinion',
    trades: ['office'],
    desk: 'board',
    reaches: 'trade',
    subjects: ['Opinia do umowy {umowa}', 'Prośba o analizę umowy', 'Windykacja – pytanie prawne'],
    steps: [
      us(
        [
          '[Proszę o sprawdzenie umowy nr {umowa}.|Przesyłam umowę do analizy.] [Niepokoi mnie paragraf o karach umownych.|Czy zapisy o wyłączności są dla nas bezpieczne?] [Odpowiedź potrzebna do {termin}.|Podpisujemy ją {termin}.]',
        ],
        ['contract'],
      ),
      them(
        [
          '[Po lekturze mam trzy zastrzeżenia.|Umowa jest co do zasady poprawna.] [Kary umowne nie mają górnej granicy, proponuję 10 % wartości.|Klauzula wyłączności jest zbyt szeroka.|Brakuje postanowień o ochronie danych.]',
          '[Notatka w załączniku.|Opinię z propozycją zmian dołączam.] [Informacje objęte są tajemnicą zawodową.|Chętnie omówię to telefonicznie.]',
        ],
        ['minutes'],
      ),
      us([
        '[Dziękuję za szybką analizę.|Bardzo dziękuję.] [Wprowadzimy te zmiany.|Proszę o przygotowanie poprawionej wersji.]',
      ]),
      them(['[Wersja poprawiona w załączniku.|Zgodnie z prośbą przesyłam tekst jednolity.]'], ['contract']),
    ],
  },
  {
    key: 'insurance',
    trades: ['office'],
    desk: 'accounting',
    reaches: 'trade',
    subjects: ['Odnowienie polisy {polisa}', 'Ubezpieczenie majątku na {rok}', 'Polisa {polisa} – oferta'],
    steps: [
      them(
        [
          '[Zbliża się koniec polisy {polisa}.|Przypominam, że {termin} kończy się polisa {polisa}.] [Przygotowaliśmy trzy oferty.|Przesyłam propozycję odnowienia.] [Składka: {netto}.|Najtańsza oferta to {netto}.]',
        ],
        ['their-offer'],
      ),
      us([
        '[Dziękuję, wybieramy ofertę drugą.|Prosimy o wariant z ryzykiem powodzi.] [Suma ubezpieczenia hali wzrosła po rozbudowie.|Czy składkę można rozłożyć na dwie raty?]',
      ]),
      them(
        [
          '[Oczywiście.|Tak, bez dodatkowych kosztów.] Polisę przesyłam w załączniku, [proszę o podpis na ostatniej stronie|proszę o sprawdzenie danych].',
        ],
        ['policy'],
      ),
      us(['[Podpisana polisa w załączeniu.|Odsyłam podpisany egzemplarz.]'], ['signed-contract']),
    ],
  },
  {
    key: 'leasing',
    trades: ['office'],
    desk: 'accounting',
    reaches: 'trade',
    subjects: ['Leasing centrum obróbczego', 'Oferta leasingu – okleiniarka', 'Umowa leasingu {umowa}'],
    steps: [
      us([
        '[Planujemy zakup centrum obróbczego i prosimy o ofertę leasingu.|Proszę o symulację leasingu na okleiniarkę.] [Wartość netto {saldo}, wkład własny 20 %.|Okres 48 miesięcy, wykup 1 %.]',
      ]),
      them(
        [
          '[Symulacja w załączniku.|Przesyłam wyliczenie w dwóch wariantach.] [Rata miesięczna wynosi {netto}.|Do decyzji potrzebujemy ostatniego bilansu i zaświadczenia z ZUS.]',
        ],
        ['their-offer'],
      ),
      us(
        [
          '[Dokumenty w załączniku.|Przesyłam bilans.] [Kiedy możemy spodziewać się decyzji?|Maszyna ma przyjechać {termin2}.]',
        ],
        ['statement'],
      ),
      them(
        [
          '[Decyzja pozytywna.|Mam dobrą wiadomość: wniosek zaakceptowany.] [Umowa nr {umowa} w załączniku.|Przesyłam umowę nr {umowa} do podpisu.]',
        ],
        ['contract'],
      ),
    ],
  },
  {
    key: 'systems',
    trades: ['office'],
    desk: 'systems',
    reaches: 'trade',
    subjects: [
      'Aktualizacja systemu magazynowego',
      'Zgłoszenie serwisowe – drukarki etykiet',
      'Przerwa techniczna {termin}',
    ],
    steps: [
      us([
        '[Od rana drukarki etykiet na pakowni nie odpowiadają.|Po ostatniej aktualizacji raport stanów pokazuje wartości ujemne.|Chcemy zaplanować aktualizację systemu.] [Proszę o pomoc.|Kiedy mogą Państwo się tym zająć?]',
      ]),
      them([
        '[Zgłoszenie przyjęte.|Dziękuję za zgłoszenie.] [Połączymy się zdalnie {dzien} o {godzina}.|Proponuję przerwę techniczną {termin} po godzinie 18.] [Proszę o zrobienie kopii bazy.|Proszę uprzedzić magazyn.]',
      ]),
      us(['[Kopia zrobiona, magazyn uprzedzony.|Termin pasuje.] [Będę pod telefonem.|Zostanę do końca prac.]']),
      them(
        [
          '[Prace zakończone, protokół w załączniku.|Problem usunięty.] [Przyczyną był certyfikat, który wygasł.|Proszę obserwować system przez kilka dni.]',
        ],
        ['protocol'],
      ),
    ],
  },
  {
    key: 'lease',
    trades: ['office'],
    desk: 'board',
    reaches: 'trade',
    subjects: ['Najem magazynu – aneks {umowa}', 'Waloryzacja czynszu na {rok}', 'Dodatkowa powierzchnia magazynowa'],
    steps: [
      us([
        '[W sezonie zaczyna nam brakować miejsca.|Chcielibyśmy wynająć dodatkową powierzchnię.] [Potrzebujemy około 600 m² od {termin}.|Czy sąsiedni moduł jest wolny?]',
      ]),
      them(
        [
          '[Moduł obok zwalnia się {termin2}.|Mamy wolne 640 m² w hali B.] [Stawka jak w obecnej umowie.|Czynsz po waloryzacji wyniesie {netto} miesięcznie.] [Rzut w załączniku.|Plan hali dołączam.]',
        ],
        ['plan'],
      ),
      us([
        '[Jesteśmy zdecydowani.|Powierzchnia nam odpowiada.] [Proszę o projekt aneksu.|Czy możliwe są dwa miesiące bez czynszu na adaptację?]',
      ]),
      them(['[Aneks w załączniku.|Projekt aneksu nr {umowa} przesyłam do akceptacji.]'], ['contract']),
    ],
  },
  {
    key: 'takeover',
    trades: ['confidential'],
    desk: 'board',
    reaches: 'trade',
    subjects: ['POUFNE: rozmowy o udziałach', 'Poufne – harmonogram', 'Poufne: wycena spółki'],
    steps: [
      them([
        '[Wracam do naszej rozmowy.|Dziękuję za spotkanie.] [Wspólnicy są gotowi rozmawiać o sprzedaży większości udziałów.|Rada rodzinna zgodziła się na rozpoczęcie badania spółki.] Proszę o zachowanie poufności, [załoga jeszcze nie wie|bank również nie został poinformowany].',
      ]),
      us(
        [
          '[Dziękuję za zaufanie.|To dla nas ważna decyzja.] [W załączniku umowa o zachowaniu poufności.|Przesyłam projekt umowy o poufności i harmonogram.] [Nasz doradca skontaktuje się {dzien}.|Proponuję spotkanie {termin} poza siedzibami firm.]',
        ],
        ['contract'],
      ),
      them(
        [
          '[Podpisana umowa w załączniku.|Odsyłam podpisany dokument.] [Przesyłam też wstępne dane finansowe.|Zestawienie maszyn i zobowiązań dołączam.]',
        ],
        ['signed-contract', 'statement'],
      ),
      us(
        [
          '[Po analizie danych szacujemy wartość na {saldo}.|Nasza wstępna wycena to {saldo}.] [Różnica wynika z zapasów.|Założenia są w załączonym arkuszu.]',
        ],
        ['statement'],
      ),
      them([
        '[Oczekiwania wspólników są wyższe, ale możemy rozmawiać.|Potrzebujemy kilku dni na odpowiedź.] [Proponuję spotkanie {termin2}.|Wrócę do Pani do {termin2}.]',
      ]),
    ],
  },
  {
    key: 'audit',
    trades: ['confidential', 'office'],
    desk: 'accounting',
    reaches: 'accounting',
    subjects: ['Lista dokumentów do badania', 'Badanie sprawozdania za {rok}', 'Dokumenty – uzupełnienie'],
    steps: [
      them(
        [
          '[Przesyłam listę dokumentów.|W załączniku zestawienie brakujących dokumentów.] [Proszę o uzupełnienie do {termin}.|Zależy nam na środkach trwałych i rozrachunkach.]',
        ],
        ['statement'],
      ),
      us(
        [
          '[Większość jest gotowa.|Przesyłam pierwszą część.] [Reszta do {termin2}.|Potwierdzenia sald wciąż spływają.]',
        ],
        ['statement', 'balance'],
      ),
      them([
        '[Dziękuję, komplet.|Dziękuję.] [Mam pytanie do pozycji 14.|Proszę jeszcze o wyjaśnienie różnicy {netto}.]',
      ]),
      us(
        [
          '[To rezerwa na reklamacje.|Różnica to korekta nr {korekta} z poprzedniego miesiąca.] [Nota w załączniku.|Dołączam dokument.]',
        ],
        ['correction'],
      ),
    ],
  },
]
