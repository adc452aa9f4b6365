import { plural } from './plural.ts'

/** Sentences about files that people put in, their versions, previews and exports; in Polish. */
export const documentsPl = {
  upload: {
    label: 'Dodawanie plików',
    choose: 'Dodaj pliki',
    tell: 'Dodaj z opisem…',
    tellTitle: 'Dodaj plik z opisem',
    tellButton: 'Dodaj',
    file: 'Plik',
    fileMissing: 'Wybierz plik.',
    title: 'Tytuł',
    titleHint: 'Puste: nazwa pliku.',
    type: 'Typ dokumentu',
    typeGuessed: 'rozpoznaj po treści i nazwie',
    mailOnly: 'Mail ma własny tytuł i rodzaj; wybierzesz tylko, kto go zobaczy.',
    hint: 'albo upuść je w dowolnym miejscu strony. Pliki .eml i .msg trafią tu jako maile. Do 100 MB każdy.',
    drop: 'Upuść, aby dodać pliki tutaj.',
    clear: 'Wyczyść listę',
    list: 'Dodawane pliki',
    waiting: 'czeka',
    retry: 'Spróbuj ponownie',
    isDocument: 'dodano',
    isMail: 'dodano jako mail',
    isBeingRead: 'mail jest jeszcze odczytywany i za chwilę pojawi się na liście',
    isKnown: 'taki plik już tu jest, nie dodano drugiego',
    tooLarge: 'Plik ma ponad 100 MB i nie został wysłany. Podziel go albo zmniejsz.',
    empty: 'Plik jest pusty (albo to folder) i nie został wysłany.',
    progressOf: (name: string) => `Wysyłanie: ${name}`,
    underWay: (amount: number) =>
      `Wysyłanie: ${plural('pl', amount, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' })}`,
    over: (done: number, failed: number) => `Dodano: ${done}. Nie dodano: ${failed}.`,
  },
  typeChoice: {
    chosen: 'Typ dokumentu',
    retyped: (name: string) => `Typ dokumentu: ${name}. Nie zmieni się już sam.`,
  },
  versions: {
    title: 'Wersje',
    question: 'Czy to kolejna wersja dokumentu',
    yes: 'Tak, połącz',
    no: 'Nie',
    unlink: 'Odłącz ten dokument',
    isThis: 'ten dokument',
  },
  remotePictures: {
    show: 'Pokaż obrazy',
    loading: 'Pobieranie obrazów…',
    hint: 'Pobierze je serwer Lupy. Nadawca może się dowiedzieć, że ktoś otworzył maila, ale nie kto i skąd.',
    failed: (amount: number) =>
      `Nie udało się pobrać: ${plural('pl', amount, { one: 'obraz', few: 'obrazy', many: 'obrazów', other: 'obrazu' })}. Reszta maila jest cała.`,
    setting: 'Obrazy z sieci w mailach na życzenie czytającego',
    settingHint: 'Pobiera je serwer, nigdy przeglądarka. Po wyłączeniu nie pokaże ich nikt.',
  },
  pdf: {
    bar: 'Podgląd PDF',
    previous: 'Poprzednia strona',
    next: 'Następna strona',
    page: 'Strona',
    of: (pages: number) => `z ${pages}`,
    pageOf: (name: string, page: number, pages: number) => `${name}: strona ${page} z ${pages}`,
    smaller: 'Pomniejsz',
    larger: 'Powiększ',
    fit: (amount: number) => `${amount}%, dopasuj do szerokości`,
    percent: (amount: number) => `${amount}%`,
    trouble: {
      encrypted:
        'Ten PDF jest zabezpieczony hasłem, więc nie da się go tu pokazać. Pobierz go i otwórz, podając hasło.',
      broken: 'Ten PDF jest uszkodzony i nie da się go pokazać. Możesz go pobrać i spróbować w innym programie.',
    },
  },
  words: {
    hint: 'Sama treść, bez wyglądu. Aby zobaczyć dokument w całości, pobierz go.',
    isCut: 'To tylko początek, reszta jest w pliku.',
  },
  takeAlong: {
    csv: 'Pobierz CSV',
    print: 'Drukuj',
    export: 'Eksportuj kartotekę',
    exporting: 'Eksportowanie…',
    exportHint: 'Archiwum zip: maile, dokumenty, spis i sumy kontrolne tego, co możesz zobaczyć',
  },
}
