/** A business document before it has a format: the PDF, DOCX and XLSX writers all read this. */
export type Sheet = {
  title: string
  /** Number, dates and the like, beside the title. */
  facts: [label: string, value: string][]
  parties: [heading: string, lines: string[]][]
  paragraphs: string[]
  table: { columns: string[]; rows: (string | number)[][] } | null
  totals: [label: string, value: string][]
  footer: string
}

/** A document with nothing but a title, to be filled in. */
export const emptySheet: Sheet = {
  title: '',
  facts: [],
  parties: [],
  paragraphs: [],
  table: null,
  totals: [],
  footer: '',
}

/** Writes an amount as on Polish documents: „12 340,50”. */
export function spellAmount(amount: number): string {
  const [whole, cents] = amount.toFixed(2).split('.') as [string, string]
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ' ')},${cents}`
}
