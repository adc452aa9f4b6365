import { useState } from 'preact/hooks'
import type { AccessSettings } from '../../shared/setting.ts'
import { audienceOf } from '../app/audience-of.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Notice } from '../ui/notice.tsx'

type Audience = AccessSettings['newContractors']

interface NewContractorsDialogProps {
  audience: Audience
  choices: Choices
  onSave: (audience: Audience) => Promise<void>
  onClose: () => void
}

/** Chooses who sees a contractor for whom nobody chooses. */
export function NewContractorsDialog({ audience, choices, onSave, onClose }: NewContractorsDialogProps) {
  const { accessPage: text, viewers, save } = useAdminText()
  const [isEveryone, setIsEveryone] = useState(audience === null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set([...(audience?.users ?? []), ...(audience?.groups ?? [])]),
  )
  const [isMissing, setIsMissing] = useState(false)
  const deed = useDeed(() => onSave(isEveryone ? null : audienceOf(chosen, choices, audience ?? {})))

  function check() {
    const isNobody = !isEveryone && chosen.size === 0
    setIsMissing(isNobody)
    return !isNobody
  }

  return (
    <FormDialog title={text.newContractors} button={save} deed={deed} check={check} onClose={onClose}>
      <fieldset>
        <legend class="unseen">{text.newContractors}</legend>
        <label class="check">
          <input type="radio" name="who" checked={isEveryone} onChange={() => setIsEveryone(true)} />
          {text.everyone}
        </label>
        <label class="check">
          <input type="radio" name="who" checked={!isEveryone} onChange={() => setIsEveryone(false)} />
          {text.chosen}
        </label>
      </fieldset>
      {!isEveryone && <PeoplePicker choices={choices} chosen={chosen} onChosen={setChosen} />}
      {isMissing && !isEveryone && chosen.size === 0 && <Notice>{viewers.nobody}</Notice>}
    </FormDialog>
  )
}
