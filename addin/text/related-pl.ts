/** Sentences about contractors that belong together, in Polish. */
export const relatedPl = {
  related: {
    title: 'Powiązani kontrahenci',
    kinds: {
      parent: 'spółka dominująca',
      subsidiary: 'spółka zależna',
      'head-office': 'centrala',
      branch: 'oddział',
      group: 'ta sama grupa',
      other: 'inne powiązanie',
    },
    add: 'Dodaj powiązanie',
    addTitle: 'Nowe powiązanie',
    addButton: 'Dodaj',
    pick: 'Powiązany kontrahent',
    pickOther: 'Inny kontrahent',
    picked: 'Kontrahent',
    missing: 'Wskaż kontrahenta.',
    itself: 'To ten sam kontrahent. Wskaż innego.',
    kind: 'Rodzaj powiązania',
    kindHint: (name: string) => `Czym wskazany kontrahent jest dla: ${name}`,
    remove: (name: string) => `Usuń powiązanie: ${name}`,
    removed: (name: string) => `Usunięto powiązanie: ${name}.`,
    show: 'Z powiązanymi kontrahentami',
  },
}
