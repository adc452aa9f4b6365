/** One row of a table, with its line for the report. */
export interface TableRow {
  line: number
  cells: string[]
}
