import type { readAudit } from '../../shared/audit.ts'
import type { Input } from '../../shared/route.ts'
import { dayAfter, startOf } from '../app/list-filter.ts'
import { useAdminText } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { Field, TextField } from '../ui/field.tsx'

/** What the reader has typed and chosen to narrow the log. */
export interface AuditWish {
  userId: string
  verb: string
  object: string
  from: string
  to: string
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The wish as a question to the server. The last day is meant as a whole. */
export function questionOf({ userId, verb, object, from, to }: AuditWish): Input<typeof readAudit>['querystring'] {
  const objectId = uuid.exec(object)?.[0]
  return {
    ...(userId && { userId }),
    ...(verb && { verb }),
    ...(objectId && { objectId: objectId.toLowerCase() }),
    ...(from && { from: startOf(from) }),
    ...(to && { to: dayAfter(to) }),
  }
}

interface AuditFilterProps {
  wish: AuditWish
  onWish: (wish: AuditWish) => void
}

/** Narrows the log by person, action, object and days. */
export function AuditFilter({ wish, onWish }: AuditFilterProps) {
  const text = useAdminText().audit
  const choices = useChoices()
  const change = (part: Partial<AuditWish>) => onWish({ ...wish, ...part })
  const people = (choices.value?.users ?? []).map(user => ({ value: user.id, word: user.name }))
  const verbs = Object.entries(text.verbs).map(([value, word]) => ({ value, word }))
  return (
    <div class="audit-filter">
      <Choice
        label={text.who}
        none={text.anybody}
        options={people}
        value={wish.userId}
        onValue={userId => change({ userId })}
      />
      <Choice
        label={text.what}
        none={text.anything}
        options={verbs}
        value={wish.verb}
        onValue={verb => change({ verb })}
      />
      <TextField
        label={text.object}
        type="search"
        placeholder={text.objectHint}
        value={wish.object}
        onValue={object => change({ object })}
      />
      <TextField label={text.from} type="date" value={wish.from} onValue={from => change({ from })} />
      <TextField label={text.to} type="date" value={wish.to} onValue={to => change({ to })} />
    </div>
  )
}

interface ChoiceProps {
  label: string
  none: string
  options: { value: string; word: string }[]
  value: string
  onValue: (value: string) => void
}

function Choice({ label, none, options, value, onValue }: ChoiceProps) {
  return (
    <Field label={label}>
      {names => (
        <select {...names} class="input" value={value} onChange={event => onValue(event.currentTarget.value)}>
          <option value="">{none}</option>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.word}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
