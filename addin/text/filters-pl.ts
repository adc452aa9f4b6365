/** What is said of that which narrows a timeline, on pages and in the pane, in Polish. */
export const filtersPl = {
  filters: {
    open: 'Filtry',
    chosen: (count: number) => `Filtry (${count})`,
    case: 'Sprawa',
    anyCase: 'wszystkie',
    person: 'Osoba',
    anybody: 'wszyscy',
    from: 'Od dnia',
    to: 'Do dnia',
    attachment: 'Tylko z załącznikiem',
    clear: 'Wyczyść filtry',
    none: 'Przy tych filtrach nic nie pasuje',
  },
}
