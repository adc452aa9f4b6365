import { useState } from 'preact/hooks'
import { type CaseFile, changeCase, readCase } from '../../shared/case-file.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { FormFrame } from '../app/form-frame.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { StandsNow } from '../ui/stands-now.tsx'
import { useToast } from '../ui/toast.tsx'

const LONGEST = 300

interface RenameCaseFormProps {
  host: MailHost
  caseFile: Pick<CaseFile, 'id' | 'title'>
  Frame: FormFrame
  onChanged: (changed: CaseFile) => void
  onClose: () => void
}

/** Calls a case otherwise, with a way back. */
export function RenameCaseForm({ host, caseFile, Frame, onChanged, onClose }: RenameCaseFormProps) {
  const { renameCase: text, caseActs } = useCaseText()
  const { failure } = useText()
  const toast = useToast()
  const [typed, setTyped] = useState(caseFile.title)
  const [isMissing, setIsMissing] = useState(false)
  const params = { caseId: caseFile.id }
  const { seen, isNews, save } = useSeen(caseFile.title, {
    ask: async () => (await call(host, readCase, { params })).title,
  })
  const rename = (title: string, was: string) =>
    call(host, changeCase, { params, body: { title, was: { title: was } } })
  const undo = () => rename(seen, typed.trim()).then(onChanged, error => toast({ message: failure[failureOf(error)] }))
  const deed = useDeed(async () => {
    const changed = await save(was => rename(typed.trim(), was))
    onClose()
    toast({ message: text.saved, onUndo: () => void undo() })
    onChanged(changed)
  })

  function check() {
    setIsMissing(!typed.trim())
    return Boolean(typed.trim())
  }

  return (
    <Frame title={text.open} button={caseActs.save} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.title}
        value={typed}
        maxLength={LONGEST}
        failure={isMissing ? text.missing : undefined}
        onValue={setTyped}
      />
      {isNews && <StandsNow fields={[[text.title, seen]]} />}
    </Frame>
  )
}
