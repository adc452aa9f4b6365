import { useState } from 'preact/hooks'
import { type Item, readItem, unfileItem } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'

interface UnfileDialogProps {
  item: Item
  onClose: () => void
  /** Called when the item left one case and still lies in the file. */
  onChanged: (item: Item) => void
  /** Called when the item left the file. */
  onGone: () => void
}

/** Takes an item out of one case or out of the whole file, after saying what that means. */
export function UnfileDialog({ item, onClose, onChanged, onGone }: UnfileDialogProps) {
  const text = useAppText().unfile
  const { host } = useSurroundings()
  const [caseId, setCaseId] = useState<string | null>(null)
  const params = { itemId: item.id }
  const deed = useDeed(async () => {
    await call(host, unfileItem, { params, querystring: caseId ? { caseId } : {} })
    if (caseId) onChanged(await call(host, readItem, { params }))
    else onGone()
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
