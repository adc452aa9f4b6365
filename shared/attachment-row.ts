import * as Type from 'typebox'
import type { Kind } from './kind.ts'
import { OptionalId, OptionalText } from './scalars.ts'

/** One attachment of a mail item. */
export const AttachmentRow = Type.Object({
  position: Type.Integer(),
  name: Type.String(),
  type: Type.String(),
  size: Type.Number(),
  documentType: OptionalText,
  /** The item of the document that was made of it, where the reader sees it. */
  itemId: OptionalId,
  /** As what it lies in the file, brought by mail; null where it only stays with its mail, as far as the reader sees. */
  keptAs: Type.Union([Type.Unsafe<Kind>({ type: 'string' }), Type.Null()]),
})
