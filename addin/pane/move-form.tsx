import { useState } from 'preact/hooks'
import { changeItem, type Filed } from '../../shared/item.ts'
import type { Lookup, Match } from '../../shared/lookup.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import type { Choice } from './choice.ts'
import { ContractorSearch } from './contractor-search.tsx'
import { useHost } from './host-context.ts'
import { caseIdOf, type Place, placesOf } from './place.ts'
import { PlaceFields } from './place-fields.tsx'
import { useOpenCases } from './use-open-cases.ts'

type MoveFormProps = {
  filed: Filed
  lookup: Lookup
  onCancel: () => void
  onDone: () => Promise<void>
}

/** Moves a filed message to another case or to another contractor's file. */
export function MoveForm({ filed, lookup, onCancel, onDone }: MoveFormProps) {
  const text = useText()
  const box = useReturnFocus<HTMLFormElement>()
  const [contractor, setContractor] = useState<Choice>({
    id: filed.contractorId ?? '',
    name: filed.contractorName ?? '',
  })
  const [picked, setPicked] = useState<Place | null>(null)
  const isElsewhere = contractor.id !== filed.contractorId
  const suggestions = lookup.suggestions.filter(({ contractorId }) => contractorId === contractor.id)
  const places = placesOf(suggestions, useOpenCases(useHost(), contractor.id).cases)
  const place = picked ?? (filed.caseId && !isElsewhere ? `case:${filed.caseId}` : 'file')
  const { busy, failure, move } = useMove(filed, { onDone, onCancel })

  return (
    <form
      ref={box}
      class="stack"
      aria-label={text.filed.move}
      onSubmit={event => {
        event.preventDefault()
        void move(contractor, caseIdOf(place))
      }}
      onKeyDown={event => event.key === 'Escape' && onCancel()}
    >
      <Target
        contractor={contractor}
        offered={lookup.contractors}
        onPick={next => {
          setContractor(next)
          setPicked(null)
        }}
      />
      <PlaceFields places={places} suggestions={suggestions} place={place} onPlace={setPicked} />
      {failure && <Notice heading={text.filed.moveFailed}>{text.failure[failure]}</Notice>}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? text.filed.moving : text.filed.move}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

type TargetProps = { contractor: Choice; offered: Match[]; onPick: (contractor: Choice) => void }

function Target({ contractor, offered, onPick }: TargetProps) {
  const text = useText()
  const [searching, setSearching] = useState(false)
  const close = () => setSearching(false)
  return (
    <>
      <p class="line">
        <span class="cut">{contractor.name}</span>
        <Button look="quiet" onClick={() => setSearching(true)}>
          {text.filed.change}
        </Button>
      </p>
      {searching && (
        <ContractorSearch
          label={text.filed.moveTo}
          takesFocus
          offered={offered}
          onCancel={close}
          onPick={({ id, name }) => {
            onPick({ id, name })
            close()
          }}
        />
      )}
    </>
  )
}

function useMove(filed: Filed, { onDone, onCancel }: { onDone: () => Promise<void>; onCancel: () => void }) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  // Out of the one case that this entry is about: others that have the mail too keep it.
  const put = (itemId: string, contractorId: string | null, caseId: string | null, from: string | null) =>
    call(host, changeItem, {
      params: { itemId },
      body: { ...(contractorId && { contractorId }), caseId, fromCases: [from] },
    })

  async function move(contractor: Choice, caseId: string | null) {
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      const moved = await put(filed.itemId, contractor.id, caseId, filed.caseId)
      const undo = () =>
        put(moved.id, filed.contractorId, filed.caseId, caseId).then(onDone, error => setFailure(failureOf(error)))
      toast({ message: text.filed.moved(contractor.name), onUndo: () => void undo() })
      await onDone()
      onCancel()
    } catch (error) {
      setFailure(failureOf(error))
      setBusy(false)
    }
  }

  return { busy, failure, move }
}
