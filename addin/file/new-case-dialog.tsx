import { useState } from 'preact/hooks'
import { type CaseFile, createCase } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'

interface NewCaseDialogProps {
  contractorId: string
  onClose: () => void
  onCreated: (caseFile: CaseFile) => void
}

/** Opens a case of a contractor. */
export function NewCaseDialog({ contractorId, onClose, onCreated }: NewCaseDialogProps) {
  const text = useAppText().newCase
  const { host } = useSurroundings()
  const [typed, setTyped] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const title = typed.trim()
  const deed = useDeed(async () =>
    onCreated(await call(host, createCase, { params: { contractorId }, body: { title } })),
  )

  function check() {
    setIsMissing(title === '')
    return title !== ''
  }

  return (
    <FormDialog title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.name}
        hint={text.hint}
        failure={isMissing ? text.nameMissing : undefined}
        maxLength={300}
        value={typed}
        onValue={setTyped}
      />
    </FormDialog>
  )
}
