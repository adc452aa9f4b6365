import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AudienceInput } from '../../shared/audience.ts'
import { audienceOf, groupsOf } from '../app/audience-of.ts'
import type { FormFrame } from '../app/form-frame.ts'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { rebased } from '../app/rebased.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import { useCaseText } from '../ui/case-text.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { type Mode, ModeField } from './mode-field.tsx'
import { idsOf, type PlaceSeen, type PlaceWas, placeWas } from './place-seen.ts'
import { ViewersNow } from './viewers-now.tsx'

export interface PlaceViewersFormProps extends PlaceSeen {
  title: string
  /** Whom there is to choose from, once that is known, and what is said where it is not. */
  choices: Choices | undefined
  trouble: ComponentChildren
  Frame: FormFrame
  onSave: (audience: AudienceInput | 'inherit', was: PlaceWas) => Promise<void>
  /** Asks who sees it now, after somebody else has changed that. */
  onAsk: () => Promise<PlaceSeen>
  onClose: () => void
}

/** Changes who may see a contractor's file or a case. It opens on what is now. */
export function PlaceViewersForm(props: PlaceViewersFormProps) {
  const { title, viewers, inherits, choices, trouble, Frame, onSave, onAsk, onClose } = props
  const { viewers: text, placeViewers } = useCaseText()
  const toast = useToast()
  const [mode, setMode] = useState<Mode>(inherits ? 'inherit' : 'own')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(idsOf(viewers)))
  const { seen, isNews, save } = useSeen<PlaceSeen>({ viewers, inherits }, { ask: onAsk, onNews: bringUp })
  const deed = useDeed(async () => {
    const groups = groupsOf([...viewers, ...seen.viewers])
    await save(now => onSave(mode === 'inherit' ? mode : audienceOf(chosen, choices, { groups }), placeWas(now)))
    onClose()
    toast({ message: placeViewers.changed })
  })

  function bringUp(now: PlaceSeen, before: PlaceSeen) {
    setChosen(mine => rebased(mine, idsOf(before.viewers), idsOf(now.viewers)))
    if (now.inherits !== before.inherits) setMode(now.inherits ? 'inherit' : 'own')
  }

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
      {isNews && <ViewersNow viewers={seen.viewers} />}
      {trouble}
    </Frame>
  )
}
