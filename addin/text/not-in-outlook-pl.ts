/** What the page for Outlook says outside it, in Polish. */
export const notInOutlookPl = {
  outlook: {
    notThere: 'Ta strona należy do Outlooka',
    notThereHint: 'Otwórz Lupę przy wiadomości w Outlooku. Bez Outlooka użyj aplikacji w przeglądarce.',
    noLibrary: 'Nie wczytała się biblioteka Microsoftu',
    noLibraryHint:
      'Bez niej Lupa nie widzi otwartej wiadomości. Otwórz panel jeszcze raz; jeśli to się powtarza, sieć firmowa może blokować appsforoffice.microsoft.com.',
    application: 'Otwórz Lupę w przeglądarce',
  },
}
