/** Whether each of the words that somebody looks for is a piece of a text, as people type in haste: in small letters, without marks. */
export function isSought(words: string, text: string): boolean {
  const plain = plainly(text)
  return plainly(words)
    .split(/\s+/)
    .every(word => plain.includes(word))
}

function plainly(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
}
