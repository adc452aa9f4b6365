/** Writes a name as it stands in an address: small letters, no accents, nothing but letters and digits. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
}
