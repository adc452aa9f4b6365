/** By what spreadsheets tell a formula, also in the wide letters that some of them read alike. */
const formula = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u

/** One cell (RFC 4180). What a spreadsheet would reckon out becomes text: it came from a stranger. */
export function csvCell(value: string): string {
  const flat = value.replaceAll('\0', '')
  const harmless = formula.test(flat) || /^[\t\r\n]/.test(flat) ? `'${flat}` : flat
  return /[";,\r\n\t]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line. Spreadsheets in Polish part columns by semicolons. */
export function csvLine(cells: string[], language: 'pl' | 'en'): string {
  return `${cells.map(csvCell).join(language === 'pl' ? ';' : ',')}\r\n`
}

/** Before the first line, so that spreadsheets read UTF-8 as that. */
export const CSV_BEGINNING = '\ufeff'
