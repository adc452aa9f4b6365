import { useState } from 'preact/hooks'
import { type CaseFile, createCase } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import type { FormFrame } from '../app/form-frame.ts'
import { useDeed } from '../app/use-deed.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'
import { useOwnNumber } from '../ui/use-own-number.ts'

interface NewCaseFormProps {
  host: MailHost
  contractorId: string
  Frame: FormFrame
  onClose: () => void
  onCreated: (caseFile: CaseFile) => void
}

/** Opens a case of a contractor. */
export function NewCaseForm({ host, contractorId, Frame, onClose, onCreated }: NewCaseFormProps) {
  const text = useCaseText().newCase
  const [typed, setTyped] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const title = typed.trim()
  const numberOf = useOwnNumber()
  const deed = useDeed(async () =>
    onCreated(await call(host, createCase, { params: { contractorId }, body: { id: numberOf({ title }), title } })),
  )

  function check() {
    setIsMissing(title === '')
    return title !== ''
  }

  return (
    <Frame title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.name}
        hint={text.hint}
        failure={isMissing ? text.nameMissing : undefined}
        maxLength={300}
        value={typed}
        onValue={setTyped}
      />
    </Frame>
  )
}
