import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Lookup, type Match, mostOpenCases } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { noNumber, numberOf } from '../ui/use-own-number.ts'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import type { begunAt } from './begun.ts'
import { ExtraButtons } from './filing-extras.tsx'
import { CaseSearch } from './later-case-search.ts'
import { NarrowFields } from './later-extras.ts'
import { caseIdOf, type Place, placesOf } from './place.ts'
import { PlaceFields } from './place-fields.tsx'
import { Choice, TaskFields, TimeFields } from './quick-fields.tsx'
import { useCasesToChoose } from './use-cases-to-choose.ts'
import { type QuickKind, type QuickWords, useQuickAdd, wordsFrom } from './use-quick-add.ts'
import { Viewers } from './viewers.tsx'

type QuickFormProps = {
  kind: QuickKind
  message: OpenMessage
  contractor: Match
  lookup: Lookup
  begun: ReturnType<typeof begunAt>
  onDone: () => Promise<void>
  onClose: () => void
}

/** The form of one quick addition, filled in from the mail: its subject, its case, and where it came from; in words only while there is no page to link to. */
export function QuickForm({ kind, message, contractor, lookup, begun, onDone, onClose }: QuickFormProps) {
  const text = useText()
  const [before] = useState(begun.read)
  const suggestions = lookup.suggestions.filter(({ contractorId }) => contractorId === contractor.id)
  const filed = lookup.filed.find(one => one.contractorId === contractor.id && one.caseId)
  const isOpen = lookup.openCases.some(({ id }) => id === filed?.caseId)
  const [picked, setPlace] = useState<Place | null>(before?.picked ?? (filed && isOpen ? `case:${filed.caseId}` : null))
  const { cases, onFound } = useCasesToChoose(lookup.openCases, picked && caseIdOf(picked), id =>
    handlePlace(`case:${id}`),
  )
  const places = placesOf(suggestions, cases)
  const place = picked ?? places.best
  const [fresh] = useState(() => wordsFrom(message, lookup.filed.length > 0 ? null : text.quick.origin))
  const [words, setWords] = useState(before?.words ?? fresh)
  const [viewers, setViewers] = useState(before?.viewers ?? null)
  const [number] = useState(before?.number ?? noNumber)
  const keep = () => begun.keep({ kind, words, picked, viewers, number })
  useLayoutEffect(() => {
    if (viewers || isTyped(words, fresh)) keep()
    else begun.forget()
  }, [words, picked, viewers])
  const numbered = (content: object) => {
    const id = numberOf(number, content)
    // Before it is sent: the mail may be left at any moment.
    keep()
    return id
  }
  const steps = { kind, message, contractorId: contractor.id, numberOf: numbered, onDone, onClose }
  const { busy, failure, add } = useQuickAdd(steps)
  const box = useReturnFocus<HTMLFormElement>()
  useLayoutEffect(() => {
    // Whoever comes back to the mail did not ask for the form.
    if (!before) box.current?.querySelector('input')?.focus()
  }, [box, before])

  /** Other people see another place, so who was ticked for one says nothing of the other. */
  function handlePlace(next: Place) {
    setPlace(next)
    setViewers(before => before && [])
  }

  return (
    <form
      ref={box}
      class="card stack"
      aria-label={text.kind[kind]}
      onSubmit={event => {
        event.preventDefault()
        // Nobody is in the circle yet, not even the user: its people are still asked for, or could not be.
        if (viewers?.length !== 0) void add(words, place, viewers)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Words
        kind={kind}
        words={words}
        onChange={part => setWords(before => ({ ...before, ...part }))}
        contractorId={contractor.id}
        senders={message.from.map(({ address }) => address)}
      />
      <PlaceFields
        places={places}
        suggestions={[]}
        place={place}
        onPlace={handlePlace}
        search={
          lookup.openCases.length >= mostOpenCases && <CaseSearch contractorId={contractor.id} onFound={onFound} />
        }
      />
      <Circle contractorId={contractor.id} place={place} lookup={lookup} viewers={viewers} onViewers={setViewers} />
      {failure && <Notice heading={text.quick.failed}>{text.failure[failure]}</Notice>}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy || viewers?.length === 0}>
          {busy ? text.quick.busy : text.quick.button}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

type CircleProps = {
  contractorId: string
  place: Place
  lookup: Lookup
  viewers: string[] | null
  onViewers: (viewers: string[] | null) => void
}

/** Who will see it: those of the place, or of them the user and whom he ticks. */
function Circle({ contractorId, place, lookup, viewers, onViewers }: CircleProps) {
  // Whoever comes back to the mail did not ask for the list.
  const isKept = useRef(viewers !== null)
  if (viewers)
    return (
      <NarrowFields
        key={place}
        contractorId={contractorId}
        caseId={caseIdOf(place)}
        viewers={viewers}
        onViewers={onViewers}
        onCancel={() => {
          isKept.current = false
          onViewers(null)
        }}
        isAdded
        leavesFocus={isKept.current}
      />
    )
  return (
    <div class="card-foot">
      <Viewers contractorId={contractorId} place={place} ofContractor={lookup.audience} />
      <div class="acts">
        <ExtraButtons extras={{ choices: null, viewers }} onExtras={extras => onViewers(extras.viewers)} hasNoFiles />
      </div>
    </div>
  )
}

/** Who takes part is chosen by itself, as soon as it is known. */
function isTyped(words: QuickWords, fresh: QuickWords): boolean {
  const { personId: _person, ...typed } = words
  return Object.entries(typed).some(([field, value]) => value !== fresh[field as keyof typeof typed])
}

type WordsProps = {
  kind: QuickKind
  words: QuickWords
  onChange: (part: Partial<QuickWords>) => void
  contractorId: string
  senders: string[]
}

function Words({ kind, contractorId, senders, ...fields }: WordsProps) {
  const text = useText().quick
  const { words, onChange } = fields
  return (
    <>
      <TextField
        label={text.title}
        required
        maxLength={300}
        value={words.title}
        onValue={title => onChange({ title })}
      />
      {(kind === 'call' || kind === 'meeting') && (
        <TimeFields {...fields} contractorId={contractorId} senders={senders} />
      )}
      {kind === 'task' && <TaskFields {...fields} />}
      {kind === 'call' && (
        <Choice
          label={text.direction}
          value={words.direction}
          onValue={direction => onChange({ direction: direction === 'out' ? 'out' : 'in' })}
          options={[
            ['in', text.in],
            ['out', text.out],
          ]}
        />
      )}
      <Field label={text.note}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={3}
            maxLength={10_000}
            value={words.note}
            onInput={event => onChange({ note: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}
