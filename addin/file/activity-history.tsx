import { useState } from 'preact/hooks'
import { commentActivity } from '../../shared/activity.ts'
import { type ActivityEntry, type ActivityField, priorities, taskStates } from '../../shared/activity-facts.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { shortDay, shortMoment } from '../text/moment.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'

interface ActivityHistoryProps {
  activityId: string
  history: ActivityEntry[]
  onChanged: () => void
}

/** What was said about an activity and what changed of it, oldest first, and the way to say more. */
export function ActivityHistory({ activityId, history, onChanged }: ActivityHistoryProps) {
  const text = useAppText().activity
  return (
    <section class="section" aria-labelledby="history">
      <h2 id="history">{text.history}</h2>
      {history.length === 0 ? (
        <p class="faint">{text.noHistory}</p>
      ) : (
        <ol class="activity-history">
          {history.map(entry => (
            <li key={entry.id}>
              <p class="small faint">
                {entry.by} · <Moment at={entry.at} />
              </p>
              {entry.comment === null ? <Change entry={entry} /> : <p class="item-text">{entry.comment}</p>}
            </li>
          ))}
        </ol>
      )}
      <CommentForm activityId={activityId} onChanged={onChanged} />
    </section>
  )
}

function Change({ entry: { field, before, after } }: { entry: ActivityEntry }) {
  const text = useAppText().activity
  const show = useValueWords()
  if (!field) return null
  if (field === 'note' || field === 'accepted') return <p>{text.fields[field]}</p>
  return (
    <p>
      {text.fields[field]}: {before !== null && <del>{show(field, before)}</del>} {show(field, after)}
    </p>
  )
}

/** How the value of a field is said. */
function useValueWords(): (field: ActivityField, value: string | null) => string {
  const text = useAppText().activity
  const language = useLanguage()
  return (field, value) => {
    if (value === null) return text.empty
    if (field === 'startsAt' || field === 'endsAt') return shortMoment(language, new Date(value))
    if (field === 'dueOn') return shortDay(language, new Date(`${value}T00:00:00`))
    const state = taskStates.find(one => field === 'state' && one === value)
    if (state) return text.states[state]
    const priority = priorities.find(one => field === 'priority' && one === value)
    if (priority) return text.priorities[priority]
    return field === 'direction' && (value === 'in' || value === 'out') ? text.directions[value] : value
  }
}

function CommentForm({ activityId, onChanged }: Pick<ActivityHistoryProps, 'activityId' | 'onChanged'>) {
  const text = useAppText().activity
  const { host } = useSurroundings()
  const [comment, setComment] = useState('')
  const deed = useDeed(async () => {
    await call(host, commentActivity, { params: { activityId }, body: { comment } })
    setComment('')
    onChanged()
  })
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault()
        if (comment.trim()) deed.run()
      }}
    >
      <Field label={text.comment}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={2}
            maxLength={10_000}
            value={comment}
            onInput={event => setComment(event.currentTarget.value)}
          />
        )}
      </Field>
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div class="buttons">
        <Button type="submit" busy={deed.isBusy}>
          {text.addComment}
        </Button>
      </div>
    </form>
  )
}
