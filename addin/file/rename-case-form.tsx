import { useState } from 'preact/hooks'
import { type CaseFile, changeCase } from '../../shared/case-file.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { FormFrame } from '../app/form-frame.ts'
import { useDeed } from '../app/use-deed.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
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
  const rename = (title: string) => call(host, changeCase, { params: { caseId: caseFile.id }, body: { title } })
  const undo = () => rename(caseFile.title).then(onChanged, error => toast({ message: failure[failureOf(error)] }))
  const deed = useDeed(async () => {
    const changed = await rename(typed.trim())
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
    </Frame>
  )
}
