import { changeAlarmSetting, readAlarmSetting } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import './outgoing.css'

const choices = [0, 1, 2, 4, 6, 12, 24, 48]

/** After how long administrators are told that a mailbox is not read. */
export function AlarmSetting() {
  const text = useWords(outgoingText).alarm
  const { host } = useSurroundings()
  const toast = useToast()
  const setting = useAnswer('alarm setting', () => call(host, readAlarmSetting))
  const hours = setting.value?.hours
  let wanted = 0
  const deed = useDeed(async () => {
    setting.put(await call(host, changeAlarmSetting, { body: { hours: wanted } }))
    toast({ message: text.saved })
  })
  if (setting.failure && hours === undefined) return <FailureNotice failure={setting.failure} onRetry={setting.ask} />
  if (hours === undefined) return null
  const offered = choices.includes(hours) ? choices : [...choices, hours].sort((one, other) => one - other)
  return (
    <section class="section alarm-setting">
      <Field label={text.label} hint={text.hint}>
        {names => (
          <select
            {...names}
            class="input"
            value={String(hours)}
            onChange={event => {
              wanted = Number(event.currentTarget.value)
              deed.run()
            }}
          >
            {offered.map(number => (
              <option key={number} value={String(number)}>
                {number === 0 ? text.never : text.after(number)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </section>
  )
}
