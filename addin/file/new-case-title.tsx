import { useState } from 'preact/hooks'
import { type CaseFile, createCase } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { useOwnNumber } from '../ui/use-own-number.ts'

/** A case still to be opened for what is filed: its title, and how it is opened, once however often it is asked for. */
interface NewCase {
  title: string
  onTitle: (title: string) => void
  /** Whether the last try to open it failed. */
  isRefused: boolean
  open: (contractorId: string) => Promise<CaseFile>
}

/** The new case of a form, whose title is `proposed` until somebody types another. */
export function useNewCase(proposed: string): NewCase {
  const { host } = useSurroundings()
  const numberOf = useOwnNumber()
  const [typed, setTyped] = useState<string | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const value = typed ?? proposed

  function open(contractorId: string): Promise<CaseFile> {
    const title = value.trim()
    const body = { id: numberOf({ contractorId, title }), title }
    setIsRefused(false)
    return call(host, createCase, { params: { contractorId }, body }).catch((error: unknown) => {
      setIsRefused(true)
      throw error
    })
  }

  return { title: value, onTitle: setTyped, isRefused, open }
}

type NewCaseTitleProps = Pick<NewCase, 'title' | 'onTitle'> & { isChecked: boolean }

/** The field for its title, which is not left empty. */
export function NewCaseTitle({ title, onTitle, isChecked }: NewCaseTitleProps) {
  const { nameMissing } = useCaseText().newCase
  return (
    <TextField
      label={useText().filing.newTitle}
      failure={isChecked && title.trim() === '' ? nameMissing : undefined}
      maxLength={300}
      value={title}
      onValue={onTitle}
    />
  )
}
