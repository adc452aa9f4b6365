import { filesHeld } from './judges-of-files.ts'
import { identityHeld } from './judges-of-identity.ts'
import { itemsHeld } from './judges-of-items.ts'
import { listsHeld } from './judges-of-lists.ts'
import { mailHeld } from './judges-of-mail.ts'
import { settingsHeld } from './judges-of-settings.ts'
import { sharingHeld } from './judges-of-sharing.ts'
import type { Held } from './reading.ts'

/** Every route of the contract. A new one gets a line in one of these, or the build fails. */
export const held: Record<string, Held> = {
  ...identityHeld,
  ...filesHeld,
  ...itemsHeld,
  ...listsHeld,
  ...mailHeld,
  ...settingsHeld,
  ...sharingHeld,
}
