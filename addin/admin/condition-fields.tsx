import { Trash2 } from 'lucide'
import { type RuleField, type RuleOperator, ruleOperators } from '../../shared/rule.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import { type ConditionDraft, freshCondition, lacksHeader, linesOf } from './rule-draft.ts'
import { useMailboxNames } from './use-mailbox-names.ts'

interface ConditionFieldsProps {
  number: number
  condition: ConditionDraft
  isMarked: boolean
  onCondition: (condition: ConditionDraft) => void
  /** Absent while it is the only one. */
  onRemove: (() => void) | undefined
}

/** One condition of a rule: what to look at, how to compare, and with what. */
export function ConditionFields({ number, condition, isMarked, onCondition, onRemove }: ConditionFieldsProps) {
  const text = useAdminText().rules
  const operators: readonly RuleOperator[] = ruleOperators[condition.field]
  const change = (part: Partial<ConditionDraft>) => onCondition({ ...condition, ...part })
  const refield = (field: RuleField) => onCondition({ ...freshCondition(field), key: condition.key })
  return (
    <fieldset class="condition">
      <legend class="small faint">{text.condition(number)}</legend>
      <div class="condition-line">
        <ChoiceField label={text.field} options={optionsOf(text.fields)} value={condition.field} onValue={refield} />
        {operators.length > 1 && (
          <ChoiceField
            label={text.operator}
            options={operators.map(value => ({ value, label: text.operators[value] }))}
            value={condition.operator}
            onValue={operator => change({ operator })}
          />
        )}
        {onRemove && <Button look="bare" icon={Trash2} aria-label={text.removeCondition(number)} onClick={onRemove} />}
      </div>
      {condition.field === 'header' && (
        <TextField
          label={text.headerName}
          value={condition.header}
          maxLength={100}
          placeholder="X-Mailer"
          failure={isMarked && lacksHeader(condition) ? text.headerMissing : undefined}
          autocomplete="off"
          onValue={header => change({ header })}
        />
      )}
      <Values condition={condition} isMarked={isMarked} onChange={change} />
    </fieldset>
  )
}

interface ValuesProps {
  condition: ConditionDraft
  isMarked: boolean
  onChange: (part: Partial<ConditionDraft>) => void
}

function Values({ condition, isMarked, onChange }: ValuesProps) {
  const text = useAdminText().rules
  const { field, values, match } = condition
  const onValue = (value: string) => onChange({ values: value })
  const failure = isMarked && linesOf(values).length === 0 ? text.valuesMissing : undefined
  if (field === 'attachment')
    return (
      <ChoiceField label={text.value} options={optionsOf(text.attachments)} value={values as 'yes'} onValue={onValue} />
    )
  if (field === 'direction')
    return (
      <ChoiceField label={text.value} options={optionsOf(text.directions)} value={values as 'in'} onValue={onValue} />
    )
  if (field === 'mailbox') return <MailboxField value={values} failure={failure} onValue={onValue} />
  return (
    <>
      <Field label={text.values} hint={text.valuesHint} failure={failure}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={2}
            maxLength={4000}
            value={values}
            onInput={event => onValue(event.currentTarget.value)}
          />
        )}
      </Field>
      {linesOf(values).length > 1 && (
        <ChoiceField
          label={text.valueMatch}
          options={[
            { value: 'any' as const, label: text.anyValue },
            { value: 'all' as const, label: text.allValues },
          ]}
          value={match}
          onValue={next => onChange({ match: next })}
        />
      )}
    </>
  )
}

interface MailboxFieldProps {
  value: string
  failure: string | undefined
  onValue: (value: string) => void
}

function MailboxField({ value, failure, onValue }: MailboxFieldProps) {
  const text = useAdminText().rules
  const names = useMailboxNames()
  const options = [...names].map(([id, name]) => ({ value: id, label: name }))
  return (
    <ChoiceField
      label={text.value}
      hint={options.length === 0 ? text.noMailboxes : undefined}
      failure={failure}
      options={[{ value: '', label: text.choose }, ...options]}
      value={value}
      onValue={onValue}
    />
  )
}
