/** What is said of a document whose text search does not, or not wholly, find; in Polish. */
export const documentTextPl = {
  documentText: {
    waiting: 'Treść dokumentu jest jeszcze odczytywana. Za chwilę będzie można w niej szukać.',
    part: 'Odczytano tylko część treści, resztę znajdziesz po otwarciu pliku. Wyszukiwanie widzi to, co odczytano.',
    none: 'W pliku nie ma tekstu (może to skan). Dokument znajdziesz po nazwie.',
    other: 'Z plików tego rodzaju nie odczytujemy tekstu. Dokument znajdziesz po nazwie.',
    encrypted: 'Plik jest zabezpieczony hasłem, więc jego treści nie odczytano. Dokument znajdziesz po nazwie.',
    broken: 'Plik jest uszkodzony i jego treści nie dało się odczytać. Dokument znajdziesz po nazwie.',
    'too-costly': 'Plik jest za duży albo zbyt złożony, by odczytać jego treść. Dokument znajdziesz po nazwie.',
  },
}
