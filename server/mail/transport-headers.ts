/** One field of a header as it stands, with its folded lines. */
type RawField = { name: string; text: string }

/** Fields that speak of the form of a body. */
const FORM = /^(?:content-|mime-version$)/

/** The fields of a header in their order. Lines before the first field, and all behind an empty line, are none. */
function fieldsIn(header: string): RawField[] {
  const fields: RawField[] = []
  const [whole = ''] = header
    .replace(/\0/g, '')
    .replace(/\r\n|\r/g, '\n')
    .replace(/^\n+/, '')
    .split('\n\n', 1)
  for (const line of whole.split('\n')) {
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase()
    const last = fields.at(-1)
    if (name !== undefined) fields.push({ name, text: line })
    else if (last && /^[ \t]/.test(line)) last.text += `\r\n${line}`
  }
  return fields
}

/** Joins the header that a message travelled with and the form of a body that was written anew. */
export function joinHeaders(travelled: string, composed: string): string {
  const kept = fieldsIn(travelled).filter(({ name }) => !FORM.test(name))
  return [...kept, ...fieldsIn(composed).filter(({ name }) => FORM.test(name))].map(({ text }) => text).join('\r\n')
}

/** A composed header without what its composer made up. */
export function withoutFields(composed: string, invented: Set<string>): string {
  const kept = fieldsIn(composed).filter(({ name }) => !invented.has(name))
  return kept.map(({ text }) => text).join('\r\n')
}

/** Whether a text holds a header that names a sender. */
export function namesSender(header: string): boolean {
  return fieldsIn(header).some(({ name }) => name === 'from')
}
