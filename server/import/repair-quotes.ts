/** No row of a list is as long; what is stays as it is. */
const LONGEST_LINE = 10_000

/**
 * A table whose writer put cells into quotation marks, or began one with them, and left those within as they were
 * (`"Żuk" sp. z o.o.;…`): each such line is written again as RFC 4180 has it. A line that reads as it stands is left alone,
 * and so is one with an odd mark, which may begin or end a cell of several lines.
 */
export function withQuotesRepaired(text: string, delimiter: string): string {
  const end = delimiter === '\t' ? '\\t' : delimiter
  const cell = `[^\\S\\t]*(?:"[^"]*(?:""[^"]*)*"[^\\S\\t]*|[^"\\s${end}][^${end}]*)?`
  const isWhole = new RegExp(`^${cell}(?:${end}${cell})*$`, 'u')
  const repaired = (line: string) => {
    const marks = line.length > LONGEST_LINE ? 0 : (line.match(/"/g)?.length ?? 0)
    return marks === 0 || marks % 2 === 1 || isWhole.test(line)
      ? line
      : line.split(delimiter).map(rewritten).join(delimiter)
  }
  return text.split(/\r?\n/).map(repaired).join('\n')
}

function rewritten(cell: string): string {
  const bare = cell.trim().replace(/^"(.*)"$/u, '$1')
  return bare.includes('"') ? `"${bare.replaceAll('"', '""')}"` : bare
}
