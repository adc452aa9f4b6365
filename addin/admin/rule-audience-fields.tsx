import { PeoplePicker } from '../app/people-picker.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText } from '../app/surroundings.ts'
import type { useChoices } from '../app/use-choices.ts'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import { lacksViewers, type RuleDraft } from './rule-draft.ts'

interface RuleAudienceFieldsProps {
  draft: RuleDraft
  choices: ReturnType<typeof useChoices>
  isMarked: boolean
  onDraft: (part: Partial<RuleDraft>) => void
}

/** Who of those who see the place sees what a rule files there. */
export function RuleAudienceFields({ draft, choices, isMarked, onDraft }: RuleAudienceFieldsProps) {
  const text = useAdminText().rules
  const isOwn = draft.mode === 'own'
  return (
    <>
      <ChoiceField
        label={text.audience}
        hint={isOwn ? text.audienceHint : undefined}
        failure={isMarked && lacksViewers(draft) ? text.viewersMissing : undefined}
        options={optionsOf(text.audienceValues)}
        value={draft.mode}
        onValue={mode => onDraft({ mode })}
      />
      {isOwn && choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
      {isOwn && choices.value && (
        <PeoplePicker choices={choices.value} chosen={draft.chosen} onChosen={chosen => onDraft({ chosen })} />
      )}
    </>
  )
}
