import { isAutomatic, isBounce, isNewsletter } from '../mail/mail-kind.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'

/** Machines' mail, which does not belong into files by itself. */
export type AutoKind = 'auto-reply' | 'bounce' | 'newsletter'

/** What sort of machine wrote a message; null for people. */
export function autoKindOf(parsed: ParsedMessage): AutoKind | null {
  if (isBounce(parsed)) return 'bounce'
  if (isAutomatic(parsed)) return 'auto-reply'
  return isNewsletter(parsed) ? 'newsletter' : null
}
