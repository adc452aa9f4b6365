/** The sentences about mail that is still its owner's alone, in Polish. */
export const heldPl = {
  held: {
    title: 'Na razie tylko twoje',
    lead: 'Te maile są przypisane, ale inni jeszcze ich nie widzą. Pokaż je od razu albo zostaw dla siebie.',
    list: 'Maile, które widzisz tylko ty',
    emptyTitle: 'Nic nie czeka',
    empty: 'Wszystko, co przypisano z twoich skrzynek, widzą już ci, którzy powinni.',
    until: 'Inni zobaczą:',
    byHand: 'Inni zobaczą, gdy pokażesz.',
    release: 'Pokaż teraz',
    releaseFor: (title: string) => `Pokaż teraz: ${title}`,
    keep: 'Zostaw dla siebie',
    keepFor: (title: string) => `Zostaw dla siebie: ${title}`,
    released: 'Inni już to widzą.',
    kept: 'Ten mail zostaje tylko twój.',
    notDone: 'Tego maila nie dało się już zmienić: inni zdążyli go zobaczyć albo został odpięty.',
    noTitle: 'bez tytułu',
    onItem: 'Ten mail widzisz na razie tylko ty.',
  },
}
