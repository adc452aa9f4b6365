import { priorities } from '../../shared/activity-facts.ts'
import { readContractor } from '../../shared/contractor.ts'
import { LONGEST_MINUTES } from '../../shared/duration.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { Field, TextField } from '../ui/field.tsx'
import type { ActivityDraft, faultsOf } from './activity-draft.ts'

interface ActivityFieldsProps {
  contractorId: string
  draft: ActivityDraft
  faults: ReturnType<typeof faultsOf>
  onDraft: (change: Partial<ActivityDraft>) => void
}

/** The fields that an activity of its kind has. */
export function ActivityFields({ contractorId, draft, faults, onDraft }: ActivityFieldsProps) {
  const { activity: text, activityForm } = useAppText()
  return (
    <>
      <TextField
        label={activityForm.title}
        failure={faults.title && activityForm.titleMissing}
        maxLength={300}
        value={draft.title}
        onValue={title => onDraft({ title })}
      />
      {(draft.kind === 'call' || draft.kind === 'meeting') && (
        <TimeFields draft={draft} faults={faults} onDraft={onDraft} />
      )}
      {draft.kind === 'task' && <TaskFields draft={draft} faults={faults} onDraft={onDraft} />}
      {draft.kind !== 'note' && <PersonField contractorId={contractorId} draft={draft} onDraft={onDraft} />}
      <Field label={text.note}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={6}
            maxLength={50_000}
            value={draft.note}
            onInput={event => onDraft({ note: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

function TimeFields({ draft, faults, onDraft }: Omit<ActivityFieldsProps, 'contractorId'>) {
  const { activity: text, activityForm } = useAppText()
  return (
    <>
      <div class="field-pair">
        <TextField
          label={text.start}
          type="datetime-local"
          failure={faults.start && (draft.start === '' ? activityForm.startMissing : activityForm.dayWrong)}
          value={draft.start}
          onValue={start => onDraft({ start })}
        />
        <TextField
          label={text.minutes}
          type="number"
          min={0}
          max={LONGEST_MINUTES}
          failure={faults.minutes && text.minutesWrong(LONGEST_MINUTES)}
          value={draft.minutes}
          onValue={minutes => onDraft({ minutes })}
        />
      </div>
      {draft.kind === 'call' && (
        <Field label={text.direction}>
          {names => (
            <select
              {...names}
              class="input"
              value={draft.direction}
              onChange={event => onDraft({ direction: event.currentTarget.value as ActivityDraft['direction'] })}
            >
              <option value="">{activityForm.noDirection}</option>
              <option value="in">{text.directions.in}</option>
              <option value="out">{text.directions.out}</option>
            </select>
          )}
        </Field>
      )}
    </>
  )
}

function TaskFields({ draft, faults, onDraft }: Omit<ActivityFieldsProps, 'contractorId'>) {
  const { activity: text, activityForm } = useAppText()
  return (
    <>
      <div class="field-pair">
        <TextField
          label={text.due}
          type="date"
          failure={faults.dueOn && activityForm.dayWrong}
          value={draft.dueOn}
          onValue={dueOn => onDraft({ dueOn })}
        />
        <Field label={text.priority}>
          {names => (
            <select
              {...names}
              class="input"
              value={draft.priority}
              onChange={event => onDraft({ priority: event.currentTarget.value as ActivityDraft['priority'] })}
            >
              {priorities.map(priority => (
                <option key={priority} value={priority}>
                  {text.priorities[priority]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <AssigneeField assigneeId={draft.assigneeId} onAssignee={assigneeId => onDraft({ assigneeId })} />
    </>
  )
}

interface AssigneeFieldProps {
  assigneeId: string
  onAssignee: (assigneeId: string) => void
}

/** Who has to do a task. */
export function AssigneeField({ assigneeId, onAssignee }: AssigneeFieldProps) {
  const { activity: text, activityForm } = useAppText()
  const { me } = useSurroundings()
  const users = useChoices().value?.users ?? [me]
  return (
    <Field label={text.assignee} hint={activityForm.assigneeHint}>
      {names => (
        <select {...names} class="input" value={assigneeId} onChange={event => onAssignee(event.currentTarget.value)}>
          {users.map(user => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function PersonField({
  contractorId,
  draft,
  onDraft,
}: Pick<ActivityFieldsProps, 'contractorId' | 'draft' | 'onDraft'>) {
  const { activity: text } = useAppText()
  const { host } = useSurroundings()
  const contractor = useAnswer(`contractor ${contractorId}`, () =>
    call(host, readContractor, { params: { contractorId } }),
  )
  const chosen = contractor.value?.people ?? []
  const { knownPerson: known } = draft
  const people = known && !chosen.some(({ id }) => id === known.id) ? [...chosen, known] : chosen
  if (people.length === 0) return null
  return (
    <Field label={text.person}>
      {names => (
        <select
          {...names}
          class="input"
          value={draft.personId}
          onChange={event => onDraft({ personId: event.currentTarget.value })}
        >
          <option value="">{text.nobody}</option>
          {people.map(person => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
