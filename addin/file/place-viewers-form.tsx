import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AudienceInput, Viewer } from '../../shared/audience.ts'
import { audienceOf, groupsOf } from '../app/audience-of.ts'
import type { FormFrame } from '../app/form-frame.ts'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { useDeed } from '../app/use-deed.ts'
import { useCaseText } from '../ui/case-text.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { type Mode, ModeField } from './mode-field.tsx'

export interface PlaceViewersFormProps {
  title: string
  viewers: Viewer[]
  /** Of a case: whether it shows to whoever sees its contractor. A contractor inherits from nobody. */
  inherits: boolean | null
  /** Whom there is to choose from, once that is known, and what is said where it is not. */
  choices: Choices | undefined
  trouble: ComponentChildren
  Frame: FormFrame
  onSave: (audience: AudienceInput | 'inherit') => Promise<void>
  onClose: () => void
}

/** Changes who may see a contractor's file or a case. It opens on what is now. */
export function PlaceViewersForm(props: PlaceViewersFormProps) {
  const { title, viewers, inherits, choices, trouble, Frame, onSave, onClose } = props
  const { viewers: text, placeViewers } = useCaseText()
  const toast = useToast()
  const [mode, setMode] = useState<Mode>(inherits ? 'inherit' : 'own')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(viewers.map(viewer => viewer.id)))
  const deed = useDeed(async () => {
    await onSave(mode === 'inherit' ? mode : audienceOf(chosen, choices, { groups: groupsOf(viewers) }))
    onClose()
    toast({ message: placeViewers.changed })
  })
  return (
    <Frame
      title={title}
      button={text.button}
      deed={deed}
      check={() => mode === 'inherit' || choices !== undefined}
      onClose={onClose}
    >
      {inherits !== null && (
        <ModeField mode={mode} words={[placeViewers.inherit, placeViewers.inheritHint]} onMode={setMode} />
      )}
      {mode === 'own' && (
        <>
          {choices && <PeoplePicker choices={choices} chosen={chosen} onChosen={setChosen} />}
          {!choices && !trouble && <Skeleton height="220px" />}
          <p class="small faint">{placeViewers.managerStays}</p>
        </>
      )}
      {trouble}
    </Frame>
  )
}
