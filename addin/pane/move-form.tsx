import { useLayoutEffect, useState } from 'preact/hooks'
import { changeItem, type Filed } from '../../shared/item.ts'
import type { Lookup } from '../../shared/lookup.ts'
import type { Input } from '../../shared/route.ts'
import type { foreseeMove } from '../../shared/sharing.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { CasesOf } from './cases-of.tsx'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { caseIdOf, type Place } from './place.ts'
import { SeenAfterMove } from './seen-after-move.tsx'
import { Target } from './target.tsx'

type MoveFormProps = {
  filed: Filed
  lookup: Lookup
  onCancel: () => void
  onDone: () => Promise<void>
}

/** Moves a filed message to another case or to another contractor's file. */
export function MoveForm({ filed, lookup, onCancel, onDone }: MoveFormProps) {
  const text = useText()
  const host = useHost()
  const box = useReturnFocus<HTMLFormElement>()
  // The button that opened it is gone by now, and the next Tab would begin anywhere.
  useLayoutEffect(() => box.current?.querySelector('select')?.focus(), [box])
  const [contractor, setContractor] = useState<Choice>({
    id: filed.contractorId ?? '',
    name: filed.contractorName ?? '',
  })
  const [picked, setPicked] = useState<Place | null>(null)
  const isElsewhere = contractor.id !== filed.contractorId
  const suggestions = lookup.suggestions.filter(({ contractorId }) => contractorId === contractor.id)
  const place = picked ?? (filed.caseId && !isElsewhere ? `case:${filed.caseId}` : 'file')
  const isHere = !isElsewhere && caseIdOf(place) === filed.caseId
  const { busy, failure, move } = useMove({ filed, lookup, onDone, onCancel })

  return (
    <form
      ref={box}
      class="stack"
      aria-label={text.filed.move}
      onSubmit={event => {
        event.preventDefault()
        if (!isHere) void move(contractor, caseIdOf(place))
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
      <CasesOf
        key={contractor.id}
        contractorId={contractor.id}
        suggestions={suggestions}
        place={place}
        onPlace={setPicked}
        {...(!isElsewhere && filed.caseId && { here: hereOf(filed, filed.caseId) })}
      />
      {!isHere && (
        <SeenAfterMove host={host} itemId={filed.itemId} move={moveOf(filed, contractor.id, caseIdOf(place))} />
      )}
      {failure && <Notice heading={text.filed.moveFailed}>{text.failure[failure]}</Notice>}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy || isHere}>
          {busy ? text.filed.moving : text.filed.move}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

/** The case where it lies stands in the choice also when it is closed, or older than those that are offered. */
function hereOf({ caseReference, caseTitle }: Filed, id: string) {
  return { id, reference: caseReference ?? '', title: caseTitle ?? '' }
}

type MoveQuestion = Input<typeof foreseeMove>['body']

/** Out of the one case that this entry is about: others that have the mail too keep it. */
function moveOf(filed: Filed, contractorId: string, caseId: string | null): MoveQuestion {
  return { ...(contractorId && { contractorId }), caseId, fromCases: [filed.caseId] }
}

function useMove({ filed, lookup, onDone, onCancel }: MoveFormProps) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  const put = (itemId: string, body: MoveQuestion) => call(host, changeItem, { params: { itemId }, body })

  async function move(contractor: Choice, caseId: string | null) {
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      const moved = await put(filed.itemId, moveOf(filed, contractor.id, caseId))
      // Where the mail lay before it was moved there, it stays on its way back.
      const wasThere = lookup.filed.some(one => one.contractorId === contractor.id && one.caseId === caseId)
      const back = { ...moveOf(filed, filed.contractorId ?? '', filed.caseId), fromCases: wasThere ? [] : [caseId] }
      const undo = () => put(moved.id, back).then(onDone, error => toast({ message: text.failure[failureOf(error)] }))
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
