/** What the page for Outlook says outside it, in Polish. */
export const notInOutlookPl = {
  outlook: {
    notThere: 'Ta strona należy do Outlooka',
    notThereHint: 'Otwórz Lupę przy wiadomości w Outlooku. Bez Outlooka użyj aplikacji w przeglądarce.',
    application: 'Otwórz Lupę w przeglądarce',
  },
}
