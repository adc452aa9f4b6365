import { PenLine } from 'lucide'
import { useState } from 'preact/hooks'
import type { readCase } from '../../shared/case-file.ts'
import type { Output } from '../../shared/route.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { RenameCaseForm } from './rename-case-form.tsx'

interface RenameCaseProps {
  caseFile: Output<typeof readCase>
  onChanged: (changed: Partial<Output<typeof readCase>>) => void
}

/** Opens the form that calls a case otherwise. */
export function RenameCase({ caseFile, onChanged }: RenameCaseProps) {
  const text = useAppText().renameCase
  const { host } = useSurroundings()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={PenLine} onClick={() => setIsOpen(true)}>
        {text.open}
      </Button>
      {isOpen && (
        <RenameCaseForm
          host={host}
          caseFile={caseFile}
          Frame={FormDialog}
          onChanged={onChanged}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
