import * as Type from 'typebox'
import { OptionalText } from './scalars.ts'

/** What a structured invoice says of itself. Amounts are decimal texts of two places, days calendar days. */
export type Invoice = Type.Static<typeof Invoice>
export const Invoice = Type.Object({
  schema: Type.Enum(['FA(2)', 'FA(3)']),
  number: Type.String(),
  sellerNip: OptionalText,
  sellerName: OptionalText,
  buyerNip: OptionalText,
  buyerName: OptionalText,
  issuedOn: OptionalText,
  /** The first day by which something is to be paid. */
  dueOn: OptionalText,
  currency: OptionalText,
  net: OptionalText,
  vat: OptionalText,
  gross: OptionalText,
  /** Number of the invoice that this one corrects. */
  corrects: OptionalText,
})
