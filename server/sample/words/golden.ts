import { type Step, them, us } from './scenario.ts'

/** The contractor whose file demonstrations open. */
export const goldenContractor = 'hurtownia-kowal'

/** Who works at the contractor of the demonstrations: first name, surname, gender, role. */
export const goldenPeople = [
  ['Anna', 'Kowal', 'f', 'współwłaścicielka, dyrektor handlowa'],
  ['Marek', 'Kowal', 'm', 'prezes zarządu'],
  ['Iwona', 'Stępień', 'f', 'główna księgowa'],
  ['Piotr', 'Wrona', 'm', 'kierownik magazynu'],
  ['Natalia', 'Żurek', 'f', 'specjalistka ds. zamówień'],
  ['Sławomir', 'Dudek', 'm', 'przedstawiciel handlowy'],
] as const

/** The case and the subject of the newest conversation of all. */
export const goldenSubject = 'Reklamacja krzeseł Orion'

/** The newest conversation, from Anna Kowal's first mail to her latest one. */
export const goldenSteps: Step[] = [
  them(
    [
      'piszę w sprawie dostawy z zamówienia {zamowienie}. Rozpakowaliśmy wczoraj krzesła Orion i niestety 8 z 48 sztuk ma pęknięte łączenie oparcia z siedziskiem, po lewej stronie, tuż nad śrubą.',
      'Kartony nie były uszkodzone, więc nie wygląda to na transport. Zdjęcia dwóch krzeseł przesyłam w załączniku.',
      'Krzesła czekają u nas na odbiorcę z Ostrowa, który otwiera restaurację za dwa tygodnie, dlatego bardzo proszę o szybką odpowiedź.',
    ],
    ['photo', 'photo'],
  ),
  us(
    [
      'bardzo przepraszam za kłopot. Reklamację zarejestrowałem pod numerem {reklamacja}.',
      'Proszę o numer partii z białej etykiety pod siedziskiem oraz o wypełnienie protokołu z załącznika. Uszkodzonych krzeseł proszę nie wydawać klientowi, bo oparcie może nie wytrzymać.',
    ],
    ['protocol'],
    { desk: 'service' },
  ),
  them(
    [
      'wszystkie osiem krzeseł pochodzi z partii {partia}. Pozostałe czterdzieści sztuk ma inny numer i są w porządku.',
      'Wypełniony protokół w załączniku. Podpisał go też nasz kierownik magazynu.',
    ],
    ['signed-protocol'],
  ),
  us(
    [
      'dziękuję za protokół. Sprawdziliśmy partię {partia}: klej był nałożony w zbyt niskiej temperaturze. Reklamację uznajemy w całości.',
      'Osiem nowych krzeseł zejdzie z produkcji w przyszłym tygodniu. Nie musi Pani odsyłać starych przed wymianą, kierowca odbierze je przy dostawie.',
    ],
    [],
    { desk: 'service' },
  ),
  us(
    [
      'w uzupełnieniu wiadomości kolegi z serwisu: za uszkodzone krzesła wystawiliśmy korektę nr {korekta}, którą znajdzie Pani w załączniku. Po wymianie wystawimy nową fakturę z tym samym terminem płatności.',
    ],
    ['correction'],
    { desk: 'accounting' },
  ),
  them([
    'dziękuję, korekta dotarła do księgowości. Proszę jednak o konkretną datę wymiany, bo klient pyta codziennie, a ja nie chcę obiecywać czegoś, czego nie jestem pewna.',
  ]),
  us(
    [
      'rozumiem. Wymiana odbędzie się najpóźniej w przyszły czwartek, między 9 a 12. Kierowca zadzwoni do Pani dzień wcześniej. List przewozowy prześlę w dniu wysyłki.',
    ],
    [],
    { desk: 'sales' },
  ),
  them([
    'czwartek między 9 a 12 nam pasuje, przekazałam już klientowi. Mam tylko jedną prośbę: czy razem z krzesłami mogliby Państwo dosłać osiem kompletów filcowych podkładek? Przy poprzedniej dostawie ich zabrakło.',
    'Poza tym sprawa jest dla nas załatwiona wzorowo, dziękuję.',
  ]),
]

/** The matters of that contractor besides the complaint: title, conversations, and whether it is still open. */
export const goldenMatters: [title: string, chain: string, isOpen: boolean][] = [
  ['Umowa ramowa {umowa}', 'meeting contract price-list', false],
  ['Zamówienie {zamowienie} – {towary}', 'inquiry order order-change delivery invoice reminder', false],
  ['Reklamacja {reklamacja} – {towary}', 'delivery damage invoice-query repair', false],
  ['Zamówienie {zamowienie} – {towary}', 'order delay delivery invoice balance', false],
  ['Limit kupiecki', 'credit-limit meeting balance', false],
  ['Ekspozycja w salonie {miastoW}', 'showroom layout delivery invoice', false],
  ['Zamówienie {zamowienie} – {towary}', 'inquiry order prepayment delivery missing', false],
  ['Zwrot nadwyżki – {towary}', 'surplus invoice-query balance', false],
  ['Zamówienie sezonowe {zamowienie}', 'inquiry certificates order delivery', true],
  ['Ceny i rabaty na {rok} rok', 'price-list meeting', true],
  ['Aranżacja antresoli – {towary}', 'layout order', true],
]
