import { parameter, splitField } from './field-parameters.ts'
import { type Field, firstValue } from './header-fields.ts'

/** One part of a message: its header, where its body lies in the source, and the parts within. */
export type Part = {
  fields: Field[]
  /** Media type as declared, lower case; text/plain where none or nonsense is declared. */
  type: string
  /** Parameters of Content-Type as they stand. */
  typeRest: string
  disposition: string
  dispositionRest: string
  encoding: string
  boundary: string | null
  depth: number
  bodyStart: number
  bodyEnd: number
  children: Part[]
}

/** A part before its header is read. */
export function newPart(depth: number, at: number): Part {
  return {
    fields: [],
    type: 'text/plain',
    typeRest: '',
    disposition: '',
    dispositionRest: '',
    encoding: '',
    boundary: null,
    depth,
    bodyStart: at,
    bodyEnd: at,
    children: [],
  }
}

/** Fills in what a part's header says about its body. */
export function describePart(part: Part, fields: Field[], parentType: string) {
  const type = splitField(firstValue(fields, 'content-type'))
  const disposition = splitField(firstValue(fields, 'content-disposition'))
  const fallback = parentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  part.fields = fields
  part.type = /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type.value : fallback
  part.typeRest = type.rest
  part.disposition = /^[\w-]+$/.test(disposition.value) ? disposition.value : ''
  part.dispositionRest = disposition.rest
  part.encoding = encodingOf(splitField(firstValue(fields, 'content-transfer-encoding')).value)
  part.boundary = isMultipart(part) ? (parameter(type.rest, 'boundary')?.trimEnd() ?? null) : null
}

/** Whether a part only holds other parts. */
export function isMultipart(part: Part): boolean {
  return part.type.startsWith('multipart/')
}

/** The parts that carry something, in the order of the message. */
export function leavesOf(part: Part): Part[] {
  return isMultipart(part) ? part.children.flatMap(leavesOf) : [part]
}

/** Whether a part bears a file name in any spelling. */
export function isNamed(part: Part): boolean {
  return (
    /(?:^|[;\s])filename\*?/i.test(part.dispositionRest) || /(?:^|[;\s])name\*?(?:\d+\*?)?\s*=/i.test(part.typeRest)
  )
}

function encodingOf(value: string): string {
  const known = /base64|quoted-printable|binary/.exec(value)
  return known ? known[0] : '8bit'
}
