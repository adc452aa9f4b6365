import { useState } from 'preact/hooks'
import { changeItem, type Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { CaseChoice } from './case-choice.tsx'
import type { MovedItem } from './move-many.ts'
import { placesOf } from './places-of.ts'

const ALL = ''

interface MoveDialogProps {
  item: Item
  onClose: () => void
  /** Told with the item as it lies now, and with what it takes to put it back. */
  onMoved: (item: Item, moved: MovedItem) => void
}

/** Moves an item to another case of its contractor, or out of every case; one that lies in several out of the one that is named. */
export function MoveDialog({ item, onClose, onMoved }: MoveDialogProps) {
  const text = useAppText().move
  const { host } = useSurroundings()
  const isInSeveral = item.cases.length > 1
  const [from, setFrom] = useState(isInSeveral ? null : ALL)
  const [caseId, setCaseId] = useState(isInSeveral ? '' : (item.cases[0]?.id ?? ''))
  const [isChecked, setIsChecked] = useState(false)
  const needsCase = isInSeveral && from !== ALL
  const deed = useDeed(async () => {
    const to = caseId || null
    const body = { caseId: to, ...(from && { fromCases: [from] }) }
    const moved = await call(host, changeItem, { params: { itemId: item.id }, body })
    const { id } = moved
    const was = from ? [from, ...(placesOf(item).includes(to) ? [to] : [])] : placesOf(item)
    onMoved(moved, { id, contractorId: item.contractorId, was, to: id === item.id ? to : undefined })
  })

  function check() {
    setIsChecked(true)
    return from !== null && (caseId !== '' || !needsCase)
  }

  return (
    <FormDialog title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      {isInSeveral && <FromCase item={item} from={from} onFrom={setFrom} isMissing={isChecked && from === null} />}
      <CaseChoice
        contractorId={item.contractorId ?? ''}
        label={text.case}
        none={needsCase ? text.chooseCase : text.noCase}
        noCases={text.noCases}
        caseId={caseId}
        onCaseId={setCaseId}
        without={from ? [from] : []}
        failure={isChecked && needsCase && from !== null && caseId === '' ? text.caseMissing : undefined}
      />
    </FormDialog>
  )
}

interface FromCaseProps {
  item: Item
  /** Null until it is said. */
  from: string | null
  onFrom: (from: string) => void
  isMissing: boolean
}

function FromCase({ item, from, onFrom, isMissing }: FromCaseProps) {
  const text = useAppText().move
  const places = [
    ...item.cases.map(chip => ({ id: chip.id, word: text.fromCase(`${chip.reference} ${chip.title}`) })),
    { id: ALL, word: text.fromAll },
  ]
  return (
    <fieldset>
      <legend class="small faint">{text.from}</legend>
      {places.map(place => (
        <label key={place.id} class="check">
          <input
            type="radio"
            name="from"
            // The focus goes to the first of those that are wrong.
            aria-invalid={isMissing || undefined}
            checked={from === place.id}
            onChange={() => onFrom(place.id)}
          />
          {place.word}
        </label>
      ))}
      {isMissing && (
        <p class="small wrong" role="alert">
          {text.fromMissing}
        </p>
      )}
    </fieldset>
  )
}
