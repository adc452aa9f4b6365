import { useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'

interface UnfileDialogProps {
  item: Item
  onClose: () => void
  onFromCase: (caseId: string) => Promise<void>
  onFromFile: () => void
}

/** Takes an item out of one case or out of the whole file, after saying what that means. */
export function UnfileDialog({ item, onClose, onFromCase, onFromFile }: UnfileDialogProps) {
  const text = useAppText().unfile
  const [caseId, setCaseId] = useState<string | null>(null)
  const deed = useDeed(async () => {
    if (caseId) await onFromCase(caseId)
    else onFromFile()
    onClose()
  })
  return (
    <FormDialog title={text.title} button={text.button} deed={deed} onClose={onClose}>
      {item.cases.length > 0 && <FromWhere item={item} caseId={caseId} onCaseId={setCaseId} />}
      {caseId === null && <p>{text.fromFile}</p>}
      <p class="faint">{text.kept}</p>
    </FormDialog>
  )
}

interface FromWhereProps {
  item: Item
  caseId: string | null
  onCaseId: (caseId: string | null) => void
}

function FromWhere({ item, caseId, onCaseId }: FromWhereProps) {
  const text = useAppText().unfile
  const places = [
    { id: null, word: text.fromWholeFile },
    ...item.cases.map(chip => ({ id: chip.id, word: text.fromCase(chip.reference) })),
  ]
  return (
    <fieldset>
      <legend class="small faint">{text.from}</legend>
      {places.map(place => (
        <label key={place.id ?? 'file'} class="check">
          <input type="radio" name="from" checked={caseId === place.id} onChange={() => onCaseId(place.id)} />
          {place.word}
        </label>
      ))}
    </fieldset>
  )
}
