import type { Suggestion } from '../../shared/lookup.ts'
import { readTriage } from '../../shared/triage.ts'
import { ApiError, type FailureCode } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { commonTitleOf } from '../pane/case-title.ts'
import { FileMailsDialog } from './file-mails-dialog.tsx'
import type { Choice, ChosenPlace } from './use-triage-deeds.ts'

/** So many of them, the newest, say what they are about. */
const MOST_READ = 100

/** The mail that somebody wants to file: how much it is, and of the newest what it is about and where it could go. */
export interface MailToFile {
  choice: Choice
  amount: number
  subject: string
  suggestions: Suggestion[]
}

interface FileTriageDialogProps {
  mail: MailToFile
  onClose: () => void
  /** Files it, and answers why that did not work. */
  onPlace: (place: ChosenPlace) => Promise<FailureCode | undefined>
}

/** Asks where mail in triage goes, and stays until it is there. */
export function FileTriageDialog({ mail, onClose, onPlace }: FileTriageDialogProps) {
  const text = useAppText().triageWork
  const newTitle = useCommonTitle(mail)

  async function handlePlace(place: ChosenPlace) {
    const failure = await onPlace(place)
    if (failure) throw new ApiError(failure)
    onClose()
  }

  return (
    <FileMailsDialog
      title={text.dialogTitle(mail.amount)}
      button={text.button}
      suggestions={mail.suggestions}
      newTitle={newTitle}
      onClose={onClose}
      onPlace={handlePlace}
    />
  )
}

/** What the mail is about, as far as all of it is about the same. */
function useCommonTitle({ choice, amount, subject }: MailToFile): string {
  const { host } = useSurroundings()
  const subjects = useAnswer(`subjects of ${JSON.stringify(choice)} ${amount}`, async () => {
    if ('ids' in choice || amount === 1) return [subject]
    const { items } = await call(host, readTriage, { querystring: { state: 'open', ...choice, limit: MOST_READ } })
    return items.map(row => row.subject)
  })
  return commonTitleOf(subjects.value ?? [])
}
