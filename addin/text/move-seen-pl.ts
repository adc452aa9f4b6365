/** Who sees what is moved, in Polish. */
export const moveSeenPl = {
  after: (names: string) => `Po przeniesieniu widoczne dla: ${names}`,
  wider: (names: string) => `Zobaczą to nowe osoby: ${names}.`,
  keepsCircle: 'Ma własny krąg i zabiera go ze sobą.',
}

/** What each language must say. */
export type MoveSeenText = typeof moveSeenPl
