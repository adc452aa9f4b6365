import { PenLine } from 'lucide'
import { useState } from 'preact/hooks'
import { changeCase, type readCase } from '../../shared/case-file.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

const LONGEST = 300

interface RenameCaseProps {
  caseFile: Output<typeof readCase>
  onChanged: (changed: Partial<Output<typeof readCase>>) => void
}

/** Calls a case otherwise. */
export function RenameCase({ caseFile, onChanged }: RenameCaseProps) {
  const { renameCase: text, save } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [title, setTitle] = useState<string | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  const deed = useDeed(async () => {
    onChanged(await call(host, changeCase, { params: { caseId: caseFile.id }, body: { title: title?.trim() ?? '' } }))
    setTitle(null)
    toast({ message: text.saved })
  })

  function check() {
    setIsMissing(!title?.trim())
    return Boolean(title?.trim())
  }

  return (
    <>
      <Button icon={PenLine} onClick={() => setTitle(caseFile.title)}>
        {text.open}
      </Button>
      {title !== null && (
        <FormDialog title={text.open} button={save} deed={deed} check={check} onClose={() => setTitle(null)}>
          <TextField
            label={text.title}
            value={title}
            maxLength={LONGEST}
            failure={isMissing ? text.missing : undefined}
            onValue={setTitle}
          />
        </FormDialog>
      )}
    </>
  )
}
