import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { changeRule, createRule, MOST_CONDITIONS, type Rule } from '../../shared/rule.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { bodyOf, type ConditionDraft, draftOf, freshCondition, isIncomplete, type RuleDraft } from './rule-draft.ts'
import { RuleTargetFields } from './rule-target-fields.tsx'
import { Trial } from './rule-trial.tsx'
import { ruleInWords } from './rule-words.ts'
import { useMailboxNames } from './use-mailbox-names.ts'

interface RuleDialogProps {
  /** The rule to change, or null for a new one. */
  rule: Rule | null
  onClose: () => void
  onSaved: () => void
}

/** Writes a rule: its name, its conditions, what it does, and what it would do with the latest mail. */
export function RuleDialog({ rule, onClose, onSaved }: RuleDialogProps) {
  const { rules: text, save } = useAdminText()
  const { host, me } = useSurroundings()
  const [draft, setDraft] = useState(() => draftOf(rule))
  const [isMarked, setIsMarked] = useState(false)
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part })
  const deed = useDeed(async () => {
    const [name, body] = [draft.name.trim(), bodyOf(draft)]
    if (rule) await call(host, changeRule, { params: { ruleId: rule.id }, body: { name, body } })
    else await call(host, createRule, { body: { name, scope: draft.scope, ...body } })
    onSaved()
  })

  function check(isNamed = draft.name.trim() !== '') {
    const hasPlace = draft.action === 'leave-out' || draft.contractor !== null
    const isSound = isNamed && hasPlace && !draft.conditions.some(isIncomplete)
    setIsMarked(!isSound)
    return isSound
  }

  return (
    <FormDialog title={rule ? text.editTitle : text.newTitle} button={save} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={draft.name}
        maxLength={200}
        autocomplete="off"
        failure={isMarked && draft.name.trim() === '' ? text.nameMissing : undefined}
        onValue={name => change({ name })}
      />
      {me.isAdmin && !rule && (
        <ChoiceField
          label={text.scope}
          options={optionsOf(text.scopes)}
          value={draft.scope}
          onValue={scope => change({ scope })}
        />
      )}
      <Conditions draft={draft} isMarked={isMarked} onDraft={change} />
      <ChoiceField
        label={text.action}
        options={optionsOf(text.actions)}
        value={draft.action}
        onValue={action => change({ action })}
      />
      {draft.action === 'file' && <RuleTargetFields draft={draft} isMarked={isMarked} onDraft={change} />}
      <Sentence draft={draft} />
      <Trial draft={draft} check={() => check(true)} />
    </FormDialog>
  )
}

/** What is being written, as one sentence, as soon as it is one. */
function Sentence({ draft }: { draft: RuleDraft }) {
  const text = useAdminText().rules
  const mailboxes = useMailboxNames()
  if (draft.conditions.some(isIncomplete) || (draft.action === 'file' && !draft.contractor)) return null
  const { conditions, match, action } = bodyOf(draft)
  const told = {
    conditions,
    match,
    action,
    contractorName: draft.contractor?.name ?? null,
    caseReference: draft.caseId ? text.inChosenCase : null,
  }
  return <p class="rule-sentence">{ruleInWords(told, text, mailboxes)}</p>
}

interface ConditionsProps {
  draft: RuleDraft
  isMarked: boolean
  onDraft: (part: Partial<RuleDraft>) => void
}

function Conditions({ draft: { conditions, match }, isMarked, onDraft }: ConditionsProps) {
  const text = useAdminText().rules
  const isAlone = conditions.length === 1
  const matches = [
    { value: 'all' as const, label: text.matchAll },
    { value: 'any' as const, label: text.matchAny },
  ]
  const replace = (next: ConditionDraft) =>
    onDraft({ conditions: conditions.map(one => (one.key === next.key ? next : one)) })
  const remove = (key: number) => onDraft({ conditions: conditions.filter(one => one.key !== key) })
  return (
    <>
      <ChoiceField label={text.conditions} options={matches} value={match} onValue={next => onDraft({ match: next })} />
      {conditions.map((condition, index) => (
        <ConditionFields
          key={condition.key}
          number={index + 1}
          condition={condition}
          isMarked={isMarked}
          onCondition={replace}
          onRemove={isAlone ? undefined : () => remove(condition.key)}
        />
      ))}
      {conditions.length < MOST_CONDITIONS && (
        <div>
          <Button
            look="quiet"
            icon={Plus}
            onClick={() => onDraft({ conditions: [...conditions, freshCondition('subject')] })}
          >
            {text.addCondition}
          </Button>
        </div>
      )}
    </>
  )
}
