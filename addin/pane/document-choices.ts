import type { Kind } from '../../shared/kind.ts'
import type { Carried } from '../../shared/message.ts'

/** What becomes of an attachment: a document of a type, or none; it stays with its mail in any case. */
export type Becomes = Kind | 'none'

/** What the user chose otherwise than the server would, by the hash of the attachment. */
export type Choices = Readonly<Record<string, Becomes>>

/** What the server does with an attachment unasked: what was chosen for this file before, else what it guesses. */
export function unasked({ chosen, documentType }: Carried): Becomes {
  return (chosen === undefined ? documentType : chosen) ?? 'none'
}

/** What becomes of an attachment by these choices. */
export function becomes(one: Carried, choices: Choices): Becomes {
  return choices[one.hash] ?? unasked(one)
}

/** The type that an attachment gets when it is ticked again. */
export function typeWhenTicked({ chosen, documentType }: Carried): Kind {
  return chosen ?? documentType ?? 'document'
}

/** The choices with one more; what the server does anyway is no choice. */
export function withChoice(choices: Choices, one: Carried, next: Becomes): Choices {
  const { [one.hash]: _before, ...others } = choices
  return next === unasked(one) ? others : { ...others, [one.hash]: next }
}

/** Choices as the address of a filing carries them. */
export function asParameters(choices: Choices): string[] {
  return Object.entries(choices).map(([hash, type]) => `${hash}.${type}`)
}
