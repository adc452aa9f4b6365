/** What the search page says beside the words and its rows, in Polish. */
export const findingPl = {
  finding: {
    filters: 'Zawężanie wyników',
    from: 'Od dnia',
    to: 'Do dnia',
    attachment: 'Z załącznikiem',
    order: 'Kolejność',
    best: 'Najtrafniejsze',
    newest: 'Najnowsze',
    contractor: 'Kartoteka',
    anyContractor: 'wszystkie',
    clear: 'Wyczyść filtry',
    partial: 'Tylko część szukanych słów',
    noneWhole: 'Nic, co widzisz, nie zawiera wszystkich słów.',
    noneFiltered: 'Przy tych filtrach nic nie pasuje. Zmień je albo wyczyść.',
    csvHint: 'Wszystko, co zawiera wszystkie szukane słowa, od najnowszych',
    bestOnly: 'To 50 najtrafniejszych. Wszystkie zobaczysz w kolejności od najnowszych.',
    keys: 'Klawisze: / – pole szukania, J i K – następny i poprzedni wynik, Enter – otwórz.',
  },
}
