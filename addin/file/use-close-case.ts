import { type CaseFile, changeCase } from '../../shared/case-file.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { type Deed, useDeed } from '../app/use-deed.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useCaseText } from '../ui/case-text.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'

interface CloseCase {
  host: MailHost
  caseFile: Pick<CaseFile, 'id' | 'closedAt'>
  onChanged: (changed: CaseFile) => unknown
}

/** Closes an open case and opens a closed one again, with a way back. */
export function useCloseCase({ host, caseFile: { id, closedAt }, onChanged }: CloseCase): Deed {
  const text = useCaseText().caseState
  const { failure } = useText()
  const toast = useToast()
  const put = (closed: boolean) => call(host, changeCase, { params: { caseId: id }, body: { closed } })
  const undo = (closed: boolean) => put(closed).then(onChanged, error => toast({ message: failure[failureOf(error)] }))
  return useDeed(async () => {
    const isOpen = closedAt === null
    const changed = await put(isOpen)
    toast({ message: isOpen ? text.closedNow : text.reopenedNow, onUndo: () => void undo(!isOpen) })
    await onChanged(changed)
  })
}
