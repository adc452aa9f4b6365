/** Who sees what is moved, in Polish. */
export const moveSeenPl = {
  after: (names: string) => `Po przeniesieniu widoczne dla: ${names}`,
  wider: (names: string) => `Krąg się poszerzy. Nowe osoby: ${names}.`,
  keepsCircle: 'Ta pozycja ma własny krąg i zabiera go ze sobą.',
}

/** What each language must say. */
export type MoveSeenText = typeof moveSeenPl
