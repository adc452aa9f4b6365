/** Who sees what is moved, in Polish. */
export const moveSeenPl = {
  after: (names: string) => `Po przeniesieniu widoczne dla: ${names}`,
  wider: (names: string) => `Nowe osoby z dostępem: ${names}.`,
  keepsCircle: 'Ma własny krąg dostępu i zachowa go.',
}

/** What each language must say. */
export type MoveSeenText = typeof moveSeenPl
