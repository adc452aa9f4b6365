/** Short answers to a mail that brought something, be it welcome or not: paragraphs of one mail each. */
export const receipts: string[][] = [
  [
    '[Dziękuję, potwierdzam otrzymanie.|Potwierdzam, wiadomość dotarła razem z załącznikami.|Dziękuję, wszystko doszło.]',
  ],
  ['[Dziękuję. Przejrzę to jutro rano i dam znać.|Dziękuję, zapoznam się i odpowiem do końca tygodnia.]'],
  [
    '<Otrzymałam/Otrzymałem>, dziękuję. [W razie pytań zadzwonię.|Na razie nie mam pytań.|Wydrukowane i wpięte do segregatora.]',
  ],
  [
    '[Potwierdzam.|Potwierdzam odbiór.] [Dziś już nie zdążę tego sprawdzić, wrócę do sprawy jutro.|Jestem w trasie, odpiszę wieczorem.|Jestem dziś na szkoleniu, odpowiem jutro.]',
  ],
]

/** Short answers to a mail that brought what was asked for. */
export const thanks: string[][] = [
  [
    '[Dziękuję za szybką reakcję.|Bardzo dziękuję za przesłane dokumenty.] [Przekazuję je dalej.|Przekazuję do akceptacji.]',
  ],
  ['[Plik otworzył się bez problemu, dziękuję.|Tym razem załącznik się otworzył, dziękuję.]'],
  [
    '[Świetnie, dziękuję.|Super, bardzo dziękuję.|Doskonale, o to chodziło.] [Odezwę się, gdy tylko będę coś <wiedziała/wiedział>.|Resztę ustalimy telefonicznie.]',
  ],
  [
    '[Dziękuję. Koleżanka z księgowości prosi jeszcze o numer NIP na dokumencie, ale to możemy poprawić przy okazji.|Dziękuję. Drobna uwaga: w nagłówku jest stary numer telefonu, poza tym wszystko dobrze.]',
  ],
  ['[Dziękuję, tego mi brakowało.|Dziękuję, teraz mam komplet.] [Sprawę prowadzę dalej.|Uzupełniam w systemie.]'],
]

/** Reminders from the one who wrote last and heard nothing. */
export const nudges: string[][] = [
  [
    '[Wracam do poniższej wiadomości.|Pozwolę sobie przypomnieć o wiadomości poniżej.] [Czy mogę prosić o odpowiedź?|Czy udało się coś ustalić?|Kiedy mogę liczyć na informację?]',
  ],
  [
    '[Nie wiem, czy poprzednia wiadomość dotarła, dlatego piszę ponownie.|Piszę raz jeszcze, bo nie mam potwierdzenia.] [Proszę o krótki znak.|Wystarczy jedno zdanie.]',
  ],
  [
    '<Próbowałam/Próbowałem> się dziś dodzwonić, ale bez skutku. [Proszę o telefon w wolnej chwili.|Czy możemy porozmawiać jutro przed południem?]',
  ],
  [
    '[Uzupełniając poprzednią wiadomość:|Jeszcze jedna rzecz, o której <zapomniałam/zapomniałem> napisać:] [proszę kierować odpowiedź także do biura.|od jutra jestem na urlopie, zastępuje mnie koleżanka.|najlepiej zadzwonić między 9 a 11.]',
  ],
]

/** A question beside the matter, and its answer. */
export const sideQuestions: [question: string[], answer: string[]][] = [
  [
    [
      '[Przy okazji mam pytanie:|Korzystając z okazji:] [czy Państwa biuro pracuje w najbliższą sobotę?|do której godziny można jutro dzwonić?]',
    ],
    ['[W soboty nie pracujemy, w tygodniu jesteśmy do 16.|Pracujemy od poniedziałku do piątku, od 8 do 16.]'],
  ],
  [
    ['[Czy mogę prosić o aktualny adres do korespondencji?|Pod jaki adres wysłać oryginały?]'],
    [
      '[Adres jest w stopce, proszę dopisać „do rąk własnych”.|Najlepiej na adres z mojej stopki, listy trafiają prosto na biurko.]',
    ],
  ],
  [
    ['[Kto u Państwa przejmie sprawę w czasie urlopu?|Do kogo mogę pisać w przyszłym tygodniu?]'],
    [
      '[Zastępuje mnie koleżanka, ma dostęp do całej korespondencji.|Jestem cały czas, urlop dopiero w przyszłym miesiącu.]',
    ],
  ],
  [
    ['[Czy kurier zostawił u Państwa nasze dokumenty?|Czy dotarła do Państwa nasza koperta z oryginałami?]'],
    ['[Tak, wszystko dotarło, leży u mnie na biurku.|Jeszcze nie, ale dam znać, gdy tylko poczta przyjdzie.]'],
  ],
  [
    [
      '[Czy mogliby Państwo używać w temacie naszego numeru sprawy? Łatwiej nam wtedy znaleźć wiadomości.|Proszę o podawanie numeru w temacie, inaczej wiadomości trafiają do ogólnej skrzynki.]',
    ],
    ['[Oczywiście, będziemy o tym pamiętać.|Jasne, od teraz tak będziemy robić.]'],
  ],
  [
    [
      '[Załącznik z poprzedniej wiadomości otwiera mi się z dziwnymi znakami. Czy to ten właściwy?|Nie mogę otworzyć jednego z wcześniejszych plików. Czy był w starej wersji programu?]',
    ],
    [
      '[Proszę spróbować zapisać go na dysku i otworzyć ponownie, u nas działa.|To wina starej wersji programu. Jeśli trzeba, wydrukuję i wyślę skan.]',
    ],
  ],
  [
    ['[Będę jutro w okolicy. Czy mogę wpaść na kwadrans?|Czy jutro po południu zastanę kogoś w biurze?]'],
    [
      '[Zapraszam, najlepiej po 13.|Jutro jestem na miejscu do 15, zapraszam na kawę.|Niestety jutro cały dzień mam spotkania, może pojutrze?]',
    ],
  ],
  [
    [
      '[Czy to prawda, że zmieniają Państwo system zamówień?|<Słyszałam/Słyszałem>, że od nowego roku zmienia się obieg dokumentów. Czy coś musimy zrobić?]',
    ],
    ['[Tak, ale dla Państwa nic się nie zmienia.|Na razie nie, zawiadomimy z wyprzedzeniem.]'],
  ],
]

/** The same in English. */
export const englishThanks: string[][] = [
  ['[Thank you, received.|Many thanks, the files have arrived.]'],
  ['[Thanks, I will check it and come back to you this week.|Thank you. I have forwarded it to my colleague.]'],
  ['[Perfect, thank you for the quick help.|Great, that is exactly what we needed.]'],
]

/** The same in German. */
export const germanThanks: string[][] = [
  ['[Vielen Dank, die Unterlagen sind angekommen.|Danke, wir prüfen das und melden uns.]'],
  ['[Besten Dank für die schnelle Antwort.|Danke, ich leite es an die Buchhaltung weiter.]'],
]
