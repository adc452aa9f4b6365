import { useState } from 'preact/hooks'
import type { AudienceInput, Viewer } from '../../shared/audience.ts'
import { audienceOf } from '../app/audience-of.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { groupsOf, type Mode, ModeField, OwnViewers } from './viewers-dialog.tsx'

interface PlaceViewersDialogProps {
  title: string
  viewers: Viewer[]
  /** Of a case: whether it shows to whoever sees its contractor. A contractor inherits from nobody. */
  inherits: boolean | null
  onSave: (audience: AudienceInput | 'inherit') => Promise<void>
  onClose: () => void
}

/** Changes who may see a contractor's file or a case. It opens on what is now. */
export function PlaceViewersDialog({ title, viewers, inherits, onSave, onClose }: PlaceViewersDialogProps) {
  const { viewers: text, placeViewers } = useAppText()
  const choices = useChoices()
  const [mode, setMode] = useState<Mode>(inherits ? 'inherit' : 'own')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(viewers.map(viewer => viewer.id)))
  const deed = useDeed(() =>
    onSave(mode === 'inherit' ? mode : audienceOf(chosen, choices.value, { groups: groupsOf(viewers) })),
  )
  return (
    <FormDialog
      title={title}
      button={text.button}
      deed={deed}
      check={() => mode === 'inherit' || choices.value !== undefined}
      onClose={onClose}
    >
      {inherits !== null && (
        <ModeField mode={mode} words={[placeViewers.inherit, placeViewers.inheritHint]} onMode={setMode} />
      )}
      {mode === 'own' && (
        <>
          <OwnViewers choices={choices.value} chosen={chosen} onChosen={setChosen} isCertain />
          <p class="small faint">{placeViewers.managerStays}</p>
        </>
      )}
      {choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
    </FormDialog>
  )
}
