import type { TriageGroup } from '../../shared/triage.ts'
import type { MailToFile } from './file-triage-dialog.tsx'
import type { Choice, ChosenPlace } from './use-triage-deeds.ts'

/** What one looks at: mail that waits, or that was left out. */
export type TriageView = 'open' | 'left-out'

/** What a row may ask for. */
export interface GroupActs {
  /** Grows with every change, so that what is shown of the mails is asked for again. */
  round: number
  /** Asks where the mail goes. */
  file: (mail: MailToFile) => void
  /** Opens a file for whoever wrote, and files his mail there. */
  create: (group: TriageGroup) => void
  /** The mail that is being read, and what opens or shuts it. */
  reading: string | null
  read: (messageId: string) => void
  fileAt: (choice: Choice, place: ChosenPlace) => void
  leaveOut: (choice: Choice) => void
  recover: (choice: Choice) => void
}
