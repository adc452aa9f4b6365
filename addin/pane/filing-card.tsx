import { MessageSquarePlus, Type } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Lookup, type Match, mostOpenCases } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { caseTitleOf } from './case-title.ts'
import { chosenIn, ExtraButtons, ExtraFields, type Extras, noExtras } from './filing-extras.tsx'
import { CaseSearch } from './later-case-search.ts'
import { caseIdOf, nameOf, type Place, placesOf } from './place.ts'
import { PlaceFields } from './place-fields.tsx'
import { useCasesToChoose } from './use-cases-to-choose.ts'
import { useFileMessage } from './use-file-message.ts'
import { Viewers } from './viewers.tsx'

type FilingCardProps = {
  message: OpenMessage
  contractor: Match
  lookup: Lookup
  /** What must be over before the message may be filed, such as an unfiling whose time to undo still runs. */
  before: () => Promise<void>
  refresh: () => Promise<void>
  onDone: () => Promise<void>
}

/** Files the open message: the best place is chosen already, so that one press of the button is enough. */
export function FilingCard({ message, contractor, lookup, before, refresh, onDone }: FilingCardProps) {
  const text = useText()
  const headingId = useId()
  const suggestions = lookup.suggestions.filter(({ contractorId }) => contractorId === contractor.id)
  const [picked, setPicked] = useState<Place | null>(null)
  const { cases, onFound } = useCasesToChoose(lookup.openCases, picked && caseIdOf(picked), id =>
    handlePlace(`case:${id}`),
  )
  const places = placesOf(suggestions, cases)
  const [newTitle, setNewTitle] = useState(caseTitleOf(message.subject))
  const [comment, setComment] = useState<string | null>(null)
  const [title, setTitle] = useState<string | null>(null)
  const [extras, setExtras] = useState<Extras>(noExtras)
  const place = picked ?? places.best
  /** Nobody is in the circle yet, not even the user: its people are still asked for, or could not be. */
  const isNarrowing = extras.viewers?.length === 0
  const { busy, failure, file } = useFileMessage({ message, before, onDone, onCase: handleNewCase })

  function handleNewCase(opened: Place) {
    setPicked(opened)
    void refresh()
  }

  /** Other people see another place, so who was ticked for one says nothing of the other. */
  function handlePlace(next: Place) {
    setPicked(next)
    setExtras(before => ({ ...before, viewers: before.viewers && [] }))
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (isNarrowing) return
    const where = nameOf(place, places) ?? (place === 'new' ? newTitle.trim() : text.filed.file)
    void file(
      {
        contractorId: contractor.id,
        place,
        newTitle,
        comment: comment ?? '',
        title: title ?? '',
        ...chosenIn(extras),
      },
      `${contractor.name} · ${where}`,
    )
  }

  return (
    <form class="card stack" aria-labelledby={headingId} onSubmit={handleSubmit}>
      <h3 id={headingId}>{text.filing.heading}</h3>
      <PlaceFields
        places={places}
        suggestions={suggestions}
        place={place}
        onPlace={handlePlace}
        newTitle={{ value: newTitle, onValue: setNewTitle }}
        search={
          lookup.openCases.length >= mostOpenCases && <CaseSearch contractorId={contractor.id} onFound={onFound} />
        }
      />
      <ExtraFields contractorId={contractor.id} place={place} extras={extras} onExtras={setExtras} />
      <Words
        comment={comment}
        onComment={setComment}
        title={title}
        onTitle={setTitle}
        viewers={
          !extras.viewers && <Viewers contractorId={contractor.id} place={place} ofContractor={lookup.audience} />
        }
      >
        <ExtraButtons extras={extras} onExtras={setExtras} hasNoFiles={message.files === 0} />
      </Words>
      {failure && <Notice heading={text.filing.failed}>{text.failure[failure]}</Notice>}
      <Button type="submit" look="primary" wide busy={busy || isNarrowing}>
        {busy ? text.filing.busy : text.filing.button}
      </Button>
    </form>
  )
}

type WordsProps = {
  /** Null until the user wants to write one. */
  comment: string | null
  onComment: (value: string) => void
  title: string | null
  onTitle: (value: string) => void
  viewers: ComponentChildren
  children: ComponentChildren
}

/** An own title and a comment when they are wanted, and under them what else is said about the filing. */
function Words({ comment, onComment, title, onTitle, viewers, children }: WordsProps) {
  const text = useText()
  return (
    <>
      {title !== null && <TitleField value={title} onValue={onTitle} />}
      {comment !== null && <CommentField value={comment} onValue={onComment} />}
      <div class="card-foot">
        {viewers}
        <div class="acts">
          {children}
          {title === null && (
            <Button look="quiet" icon={Type} onClick={() => onTitle('')}>
              {text.ownTitle.add}
            </Button>
          )}
          {comment === null && (
            <Button look="quiet" icon={MessageSquarePlus} onClick={() => onComment('')}>
              {text.filing.addComment}
            </Button>
          )}
        </div>
      </div>
    </>
  )
}

type WordFieldProps = { value: string; onValue: (value: string) => void }

function TitleField({ value, onValue }: WordFieldProps) {
  const text = useText().ownTitle
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  return <TextField inputRef={field} label={text.title} maxLength={300} value={value} onValue={onValue} />
}

function CommentField({ value, onValue }: WordFieldProps) {
  const text = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    <Field label={text.filing.comment}>
      {names => (
        <textarea
          {...names}
          ref={field}
          class="input"
          maxLength={2000}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
