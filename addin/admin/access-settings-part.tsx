import { useState } from 'preact/hooks'
import { type AccessSettings, changeAccessSettings, readAccessSettings } from '../../shared/setting.ts'
import { call } from '../api/call.ts'
import { type Choices, namesOf } from '../app/people-picker.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { NewContractorsDialog } from './new-contractors-dialog.tsx'

/** What the company has settled about access. */
export function AccessSettingsPart() {
  const text = useAdminText().accessPage
  const {
    remotePictures: pictures,
    handOver: { gone },
  } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const choices = useChoices()
  const settings = useAnswer('access settings', () => call(host, readAccessSettings))
  const [isChoosing, setIsChoosing] = useState(false)

  async function save(change: Partial<AccessSettings>) {
    settings.put(await call(host, changeAccessSettings, { body: change }))
    setIsChoosing(false)
    toast({ message: text.saved })
  }

  return (
    <section class="section" aria-labelledby="access-settings">
      <h2 id="access-settings">{text.settings}</h2>
      {settings.failure && <FailureNotice failure={settings.failure} onRetry={settings.ask} />}
      {!settings.value && !settings.failure && <Skeleton height="80px" />}
      {settings.value && (
        <>
          <Switch
            word={text.recipients}
            hint={text.recipientsHint}
            isOn={settings.value.recipients}
            onSave={recipients => save({ recipients })}
          />
          <Switch
            word={pictures.setting}
            hint={pictures.settingHint}
            isOn={settings.value.remotePictures}
            onSave={remotePictures => save({ remotePictures })}
          />
          <p>
            {text.newContractors}:{' '}
            <strong>{audienceWords(settings.value, choices.value, gone) ?? text.everyone}</strong>{' '}
            <Button look="quiet" onClick={() => setIsChoosing(true)}>
              {text.change}
            </Button>
          </p>
        </>
      )}
      {isChoosing && settings.value && choices.value && (
        <NewContractorsDialog
          audience={settings.value.newContractors}
          choices={choices.value}
          onClose={() => setIsChoosing(false)}
          onSave={newContractors => save({ newContractors })}
        />
      )}
    </section>
  )
}

interface SwitchProps {
  word: string
  hint: string
  isOn: boolean
  onSave: (isOn: boolean) => Promise<void>
}

function Switch({ word, hint, isOn, onSave }: SwitchProps) {
  const deed = useDeed(() => onSave(!isOn))
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={isOn} disabled={deed.isBusy} onChange={deed.run} />
        <span>
          {word}
          <span class="small faint">{hint}</span>
        </span>
      </label>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}

/** The chosen people and groups in words; null for everyone. */
function audienceWords({ newContractors }: AccessSettings, choices: Choices | undefined, gone: string): string | null {
  if (!newContractors) return null
  const chosen = new Set([...(newContractors.users ?? []), ...(newContractors.groups ?? [])])
  return choices ? namesOf(chosen, choices, gone).join(', ') : ''
}
