import type { CaseFile } from '../../shared/case-file.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useSurroundings } from '../app/surroundings.ts'
import { NewCaseForm } from './new-case-form.tsx'

interface NewCaseDialogProps {
  contractorId: string
  onClose: () => void
  onCreated: (caseFile: CaseFile) => void
}

/** Opens a case of a contractor, over its page. */
export function NewCaseDialog(props: NewCaseDialogProps) {
  const { host } = useSurroundings()
  return <NewCaseForm host={host} Frame={FormDialog} {...props} />
}
