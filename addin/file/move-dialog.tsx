import { useState } from 'preact/hooks'
import { changeItem, type Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { HostContext } from '../pane/host-context.ts'
import { SeenAfterMove } from '../pane/seen-after-move.tsx'
import { Target } from '../pane/target.tsx'
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

/**
 * Moves an item to another case, of its contractor or of another one, or out of every case; one that lies in several out of
 * the one that is named. Says beforehand who will see it there.
 */
export function MoveDialog({ item, onClose, onMoved }: MoveDialogProps) {
  const text = useAppText().move
  const { host } = useSurroundings()
  const own = { id: item.contractorId ?? '', name: item.contractorName ?? '' }
  const [contractor, setContractor] = useState(own)
  const isElsewhere = contractor.id !== own.id
  const isInSeveral = item.cases.length > 1
  const [from, setFrom] = useState(isInSeveral ? null : ALL)
  const [caseId, setCaseId] = useState(isInSeveral ? '' : (item.cases[0]?.id ?? ''))
  const [isChecked, setIsChecked] = useState(false)
  const needsCase = isInSeveral && from !== ALL && !isElsewhere
  const isAnswered = from !== null && (caseId !== '' || !needsCase)
  const to = caseId || null
  const isHere = !isElsewhere && item.cases.length === (to ? 1 : 0) && (to === null || item.cases[0]?.id === to)
  const body = {
    ...(isElsewhere && { contractorId: contractor.id }),
    caseId: to,
    ...(from && { fromCases: [from] }),
  }
  const deed = useDeed(async () => {
    const moved = await call(host, changeItem, { params: { itemId: item.id }, body })
    onMoved(moved, wayBack(item, moved.id, { from, contractorId: contractor.id, to }))
  })

  function check() {
    setIsChecked(true)
    return isAnswered
  }

  return (
    <FormDialog title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      {isInSeveral && <FromCase item={item} from={from} onFrom={setFrom} isMissing={isChecked && from === null} />}
      {item.contractorId && (
        <HostContext.Provider value={host}>
          <Target
            contractor={contractor}
            onPick={picked => {
              setContractor(picked)
              setCaseId('')
            }}
          />
        </HostContext.Provider>
      )}
      <CaseChoice
        key={contractor.id}
        contractorId={contractor.id}
        label={text.case}
        none={needsCase ? text.chooseCase : text.noCase}
        noCases={isElsewhere ? undefined : text.noCases}
        caseId={caseId}
        onCaseId={setCaseId}
        without={from ? [from] : []}
        failure={isChecked && needsCase && from !== null && caseId === '' ? text.caseMissing : undefined}
      />
      {isAnswered && !isHere && <SeenAfterMove host={host} itemId={item.id} move={body} />}
    </FormDialog>
  )
}

interface Moved {
  /** Out of which case; empty for all. */
  from: string | null
  contractorId: string
  to: string | null
}

/** What it takes to put an item back that has the id `id` where it was moved to. */
function wayBack(item: Item, id: string, { from, contractorId, to }: Moved): MovedItem {
  const places = placesOf(item)
  const isHere = id === item.id
  const was = from ? [from, ...(isHere && places.includes(to) ? [to] : [])] : places
  const known = { id, contractorId: item.contractorId, was, to: isHere ? to : undefined }
  // What lay in the other file before stays there.
  const there = item.filings.filter(filed => filed.contractorId === contractorId).map(filed => filed.caseId)
  return isHere || there.length === 0 ? known : { ...known, out: there.includes(to) ? [] : [to] }
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
