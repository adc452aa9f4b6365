import { useState } from 'preact/hooks'
import type { Viewer } from '../../shared/audience.ts'
import { changeItem, type Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { audienceOf } from '../app/audience-of.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { isChosen } from '../app/is-chosen.ts'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface ViewersDialogProps {
  item: Item
  viewers: Viewer[]
  onClose: () => void
  onChanged: (item: Item) => void
}

/** Whether a thing shows as where it lies, or to chosen people. */
export type Mode = 'inherit' | 'own'

/** Changes who may see an item. It opens on what is now, so that saving at once changes nothing for anybody. */
export function ViewersDialog({ item, viewers, onClose, onChanged }: ViewersDialogProps) {
  const text = useAppText().viewers
  const { host } = useSurroundings()
  const choices = useChoices()
  const [mode, setMode] = useState<Mode>('own')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(viewers.map(viewer => viewer.id)))
  const [wasNobody, setWasNobody] = useState(false)
  const deed = useDeed(async () => {
    const audience = mode === 'inherit' ? mode : audienceOf(chosen, choices.value, { groups: groupsOf(viewers) })
    onChanged(await call(host, changeItem, { params: { itemId: item.id }, body: { audience } }))
  })

  function check() {
    const isNobody = mode === 'own' && chosen.size === 0
    setWasNobody(isNobody)
    return !isNobody && (mode === 'inherit' || choices.value !== undefined)
  }

  return (
    <FormDialog title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      <ModeField mode={mode} words={[text.inherit, text.inheritHint]} onMode={setMode} />
      {mode === 'own' && <OwnViewers choices={choices.value} chosen={chosen} onChosen={setChosen} />}
      {wasNobody && mode === 'own' && chosen.size === 0 && <Notice>{text.nobody}</Notice>}
      {choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
    </FormDialog>
  )
}

interface ModeFieldProps {
  mode: Mode
  /** What inheriting is called here, and what that means. */
  words: [name: string, hint: string]
  onMode: (mode: Mode) => void
}

/** The choice between inheriting and people of its own. */
export function ModeField({ mode, words: [name, hint], onMode }: ModeFieldProps) {
  const text = useAppText().viewers
  return (
    <fieldset>
      <legend class="unseen">{text.mode}</legend>
      <label class="check">
        <input type="radio" name="mode" checked={mode === 'inherit'} onChange={() => onMode('inherit')} />
        <span>
          {name}
          <span class="small faint"> {hint}</span>
        </span>
      </label>
      <label class="check">
        <input type="radio" name="mode" checked={mode === 'own'} onChange={() => onMode('own')} />
        {text.own}
      </label>
    </fieldset>
  )
}

interface OwnViewersProps {
  choices: Choices | undefined
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
  /** True where the reader stays in, whatever is ticked. */
  isCertain?: boolean
}

/** Ticks people and groups, and says when one is not among them oneself. */
export function OwnViewers({ choices, chosen, onChosen, isCertain }: OwnViewersProps) {
  const text = useAppText().viewers
  const { me } = useSurroundings()
  if (!choices) return <Skeleton height="220px" />
  return (
    <>
      <PeoplePicker choices={choices} chosen={chosen} onChosen={onChosen} />
      {!isCertain && chosen.size > 0 && !isChosen(me.id, chosen, choices) && (
        <Notice look="calm">
          <p role="status">{text.yourself}</p>
        </Notice>
      )}
    </>
  )
}

/** The groups among those who see something. */
export function groupsOf(viewers: Viewer[]): string[] {
  return viewers.filter(viewer => viewer.isGroup).map(viewer => viewer.id)
}
