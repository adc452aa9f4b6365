/** A subject and what the mail says below it. */
export type Letter = readonly [subject: string, ...paragraphs: string[]]

/** Something new that has no case yet. */
export const freshLetters: Letter[] = [
  [
    'Regały do archiwum',
    'potrzebujemy dwunastu regałów do archiwum, wysokość do 240 cm.',
    'Czy robią je Państwo na wymiar?',
  ],
  [
    'Nowy adres do doręczeń',
    'od pierwszego dnia miesiąca przesyłki prosimy kierować na nowy adres: ul. Krótka 8.',
    'Numery telefonów pozostają bez zmian.',
  ],
  [
    'Parking przed wjazdem',
    'kierowcy pytają, gdzie mogą zaparkować przed rozładunkiem, bo plac jest zajęty do końca tygodnia.',
  ],
  [
    'Ankieta dostawców',
    'co roku prosimy partnerów o krótką ankietę. <Wysłałabym/Wysłałbym> ją w przyszłym tygodniu.',
    'Do kogo mam ją skierować?',
  ],
  [
    'Wizyta w fabryce',
    'chcielibyśmy przyjechać w kilka osób i zobaczyć linię lakierniczą.',
    'Czy pasuje Państwu {dzien}?',
  ],
  ['Godziny pracy w wakacje', 'w lipcu i sierpniu pracujemy od 7 do 15. Prosimy uwzględnić to w planie.'],
]

/** What an accountant asks about a client, by number. */
export const accountantLetters: Letter[] = [
  [
    'Potwierdzenie salda',
    'piszę w imieniu firmy {klient}, NIP {nip}. Proszę o potwierdzenie salda na koniec miesiąca.',
  ],
  [
    'Brakująca korekta',
    'księguję dokumenty firmy {klient} (NIP: {nip}) i brakuje mi korekty z zeszłego miesiąca. Proszę o jej przesłanie.',
  ],
  ['Dane do deklaracji', 'dla firmy {klient}, NIP {nip}, potrzebuję zestawienia dokumentów z ostatniego kwartału.'],
]

/** What an accountant writes who thinks that everybody knows whom she means. */
export const vagueLetters: Letter[] = [
  [
    'Pytanie z księgowości',
    'czy mogliby Państwo przysłać mi jeszcze raz dokument z zeszłego tygodnia? Plik się nie otwiera.',
  ],
  ['Rozliczenie', 'na wyciągu widzę przelew od Państwa bez tytułu. Czego dotyczy?'],
]

/** What we ask an accountant about a client's matter, and her answer. */
export const askAccountant: Letter = [
  'Dokumenty do sprawy: {klient}',
  'do sprawy, którą prowadzimy z firmą {klient}, potrzebuję kopii dowodu wpłaty.',
]
export const accountantAnswers: Letter[] = [
  ['', 'dowód wpłaty prześlę jeszcze dziś.'],
  ['', 'wpłata poszła w piątek, kopię mam i zaraz <zeskanowałam/zeskanowałem> ją dla Państwa.'],
]

/** What somebody writes whose group has several companies: with the tax number of hers, or without. */
export const newcomerLetters: Letter[] = [
  ['Krzesła na taras', 'przejmuję zakupy w spółce {klient}, NIP {nip}. Szukamy czterdziestu krzeseł na taras.'],
  ['Dane do umowy', 'do umowy proszę wpisać: {klient}, NIP {nip}.'],
]
export const namelessLetters: Letter[] = [
  [
    'Krzesła na taras',
    'przejmuję u nas zakupy. Szukamy czterdziestu krzeseł na taras, czy mają Państwo coś odpornego na deszcz?',
  ],
  ['Kontakt', 'jestem nową osobą do kontaktu, poprzednia przeszła do innego działu.'],
]

/** What somebody writes when he passes on what another wrote to him. */
export const passingOn: Letter[] = [
  ['', 'przesyłam dalej to, co napisał do nas podwykonawca. Proszę o opinię.'],
  ['', 'proszę o odpowiedź na poniższe pytanie, sam jej nie znam.'],
]

/** What was passed on; those who wrote it are in nobody's file. */
export const passedOn: Letter[] = [
  ['Wysokość gniazd w ladzie', 'na jakiej wysokości mam zrobić gniazda w ladzie? Bez tego nie zamknę ściany.'],
  ['Nośność podłogi', 'proszę o wagę największej szafy, bo strop ma ograniczoną nośność.'],
]

/** What a stranger says about a contractor's mail that he passes on. */
export const strangersNote: Letter = ['', 'dostałem to chyba przez pomyłkę, przekazuję.']

/** What the leaver writes from the new desk. */
export const newDeskLetters: Letter[] = [
  [
    'Nowa praca, stary znajomy',
    'od niedawna pracuję w firmie {klient} i teraz stamtąd będę pisać. Czy mogą Państwo przysłać katalog?',
  ],
  ['Katalog i warunki', 'dla firmy {klient} potrzebuję aktualnego katalogu i warunków współpracy.'],
  ['Spotkanie w nowym miejscu', 'zapraszam do nas na kawę, obejrzą Państwo nasze wnętrza. Może {dzien}?'],
]
