import { useEffect } from 'preact/hooks'
import { type Priority, priorities } from '../../shared/activity-facts.ts'
import { readContractor } from '../../shared/contractor.ts'
import { isDuration, LONGEST_MINUTES } from '../../shared/duration.ts'
import { listUsers, readMe } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { activityEn } from '../text/activity-en.ts'
import { activityPl } from '../text/activity-pl.ts'
import { Field, TextField } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'
import type { QuickWords } from './use-quick-add.ts'

type QuickFieldsProps = { words: QuickWords; onChange: (part: Partial<QuickWords>) => void }

/** When a call or meeting was, how long, and with whom: whoever the mail is from, where he is known. */
export function TimeFields({
  words,
  onChange,
  contractorId,
  senders,
}: QuickFieldsProps & { contractorId: string; senders: string[] }) {
  const text = useText().quick
  const { minutes, minutesWrong } = useActivityText()
  return (
    <>
      <div class="pair long">
        <TextField
          label={text.when}
          type="datetime-local"
          required
          value={words.when}
          onValue={when => onChange({ when })}
        />
        <TextField
          label={minutes}
          failure={isDuration(words.minutes) ? undefined : minutesWrong(LONGEST_MINUTES)}
          type="number"
          min={0}
          max={LONGEST_MINUTES}
          value={words.minutes}
          onValue={minutes => onChange({ minutes })}
        />
      </div>
      <PersonField contractorId={contractorId} senders={senders} words={words} onChange={onChange} />
    </>
  )
}

function PersonField({
  contractorId,
  senders,
  words,
  onChange,
}: QuickFieldsProps & { contractorId: string; senders: string[] }) {
  const host = useHost()
  const text = useActivityText()
  const people = useAsked(() => call(host, readContractor, { params: { contractorId } }), [host, contractorId]).value
    ?.people
  useEffect(() => {
    if (!people || words.personId !== null) return
    const sender = people.find(({ addresses }) => addresses.some(address => senders.includes(address)))
    onChange({ personId: sender?.id ?? '' })
  }, [people])
  if (!people || people.length === 0) return null
  return (
    <Choice
      label={text.person}
      value={words.personId ?? ''}
      onValue={personId => onChange({ personId })}
      options={[['', text.nobody], ...people.map(({ id, name }): Option => [id, name])]}
    />
  )
}

/** Until when a task is to be done, how urgently and by whom: by the one who writes it down unless said. */
export function TaskFields({ words, onChange }: QuickFieldsProps) {
  const text = useText().quick
  const activity = useActivityText()
  const host = useHost()
  const others = useAsked(() => colleagues(host), [host]).value ?? []
  return (
    <>
      <div class="pair">
        <TextField label={text.due} type="date" value={words.dueOn} onValue={dueOn => onChange({ dueOn })} />
        <Choice
          label={activity.priority}
          value={words.priority}
          onValue={priority => onChange({ priority: priority as Priority })}
          options={priorities.map((priority): Option => [priority, activity.priorities[priority]])}
        />
      </div>
      <Choice
        label={activity.assignee}
        value={words.assigneeId}
        onValue={assigneeId => onChange({ assigneeId })}
        options={[['', text.me], ...others.map(({ id, name }): Option => [id, name])]}
      />
    </>
  )
}

async function colleagues(host: MailHost) {
  const [{ items }, me] = await Promise.all([call(host, listUsers, { querystring: {} }), call(host, readMe)])
  return items.filter(({ id }) => id !== me.id)
}

type Option = [value: string, label: string]
type ChoiceProps = { label: string; value: string; onValue: (value: string) => void; options: Option[] }

/** One of several, in a list. */
export function Choice({ label, value, onValue, options }: ChoiceProps) {
  return (
    <Field label={label}>
      {names => (
        <select {...names} class="input" value={value} onChange={event => onValue(event.currentTarget.value)}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function useActivityText() {
  return (useLanguage() === 'pl' ? activityPl : activityEn).activity
}
