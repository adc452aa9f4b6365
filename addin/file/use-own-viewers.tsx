import { useState } from 'preact/hooks'
import type { AudienceInput } from '../../shared/audience.ts'
import { audienceOf } from '../app/audience-of.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { Notice } from '../ui/notice.tsx'
import { type Mode, ModeField } from './mode-field.tsx'
import { OwnViewers } from './viewers-dialog.tsx'

/** Who sees what is about to be put into a file: as its place, or people of its own. */
export function useOwnViewers() {
  const { viewers: text, item } = useAppText()
  const choices = useChoices()
  const [mode, setMode] = useState<Mode>('inherit')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [wasNobody, setWasNobody] = useState(false)
  const isNobody = mode === 'own' && chosen.size === 0

  return {
    /** Whether it can be sent; says in the field why it cannot. */
    check(): boolean {
      setWasNobody(isNobody)
      return !isNobody && (mode === 'inherit' || choices.value !== undefined)
    },
    /** As it is sent: nothing where it shows as its place. */
    said: (): { audience?: AudienceInput } => (mode === 'own' ? { audience: audienceOf(chosen, choices.value) } : {}),
    field: (
      <>
        <ModeField mode={mode} words={[text.inherit, text.inheritHint]} onMode={setMode} legend={item.viewers} />
        {mode === 'own' && <OwnViewers choices={choices.value} chosen={chosen} onChosen={setChosen} />}
        {wasNobody && isNobody && <Notice>{text.nobody}</Notice>}
        {choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
      </>
    ),
    /** Whether it is for chosen people only. */
    isOwn: mode === 'own',
  }
}
