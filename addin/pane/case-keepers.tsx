import type { changeCase, readCase } from '../../shared/case-file.ts'
import type { Input, Output } from '../../shared/route.ts'
import { readChoices } from '../app/read-choices.ts'
import { HandOverForm } from '../file/hand-over-form.tsx'
import { askCaseSeen } from '../file/place-seen.ts'
import { PlaceViewersForm } from '../file/place-viewers-form.tsx'
import { useCaseText } from '../ui/case-text.ts'
import { useLanguage } from '../ui/language.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { AskedTrouble } from './asked-trouble.tsx'
import { useHost } from './host-context.ts'
import { InlineForm } from './inline-form.tsx'
import { useAsked } from './use-asked.ts'

/** What the manager of a case decides. */
export type KeeperForm = 'manager' | 'viewers'

type CaseKeepersProps = {
  form: KeeperForm
  caseFile: Output<typeof readCase>
  onChange: (change: Input<typeof changeCase>['body']) => Promise<void>
  onClose: () => void
}

/** The forms in which a case is given to another manager, or shown to others. */
export function CaseKeepers({ form, caseFile, onChange, onClose }: CaseKeepersProps) {
  const host = useHost()
  const language = useLanguage()
  const text = useCaseText()
  const { value, failure, ask } = useAsked(() => readChoices(host, language), [host, language])
  const trouble = failure && <AskedTrouble failure={failure} onTryAgain={ask} />
  const frame = { Frame: InlineForm, onClose }

  if (form === 'viewers') {
    return (
      <PlaceViewersForm
        {...frame}
        title={text.placeViewers.caseTitle}
        viewers={caseFile.audience}
        inherits={caseFile.inherits}
        choices={value ?? undefined}
        trouble={trouble}
        onAsk={() => askCaseSeen(host, caseFile.id)}
        onSave={(audience, was) => onChange({ audience, was })}
      />
    )
  }
  if (trouble) return trouble
  if (!value) {
    return (
      <Late>
        <SkeletonRows rows={2} />
      </Late>
    )
  }
  return (
    <HandOverForm
      {...frame}
      title={text.handOver.caseTitle}
      people={value.users.filter(({ id }) => id !== caseFile.managerId)}
      onHandOver={managerId => onChange({ managerId })}
    />
  )
}
