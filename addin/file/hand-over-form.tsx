import { useState } from 'preact/hooks'
import type { FormFrame } from '../app/form-frame.ts'
import { useDeed } from '../app/use-deed.ts'
import { useCaseText } from '../ui/case-text.ts'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

interface Colleague {
  id: string
  name: string
}

interface HandOverFormProps {
  title: string
  /** Who may become the manager: everybody but the one who is. */
  people: Colleague[]
  Frame: FormFrame
  onHandOver: (managerId: string) => Promise<void>
  onClose: () => void
}

/** Gives a file or case to another manager. */
export function HandOverForm({ title, people, Frame, onHandOver, onClose }: HandOverFormProps) {
  const text = useCaseText().handOver
  const toast = useToast()
  const [chosen, setChosen] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const heir = people.find(({ id }) => id === chosen)
  const deed = useDeed(async () => {
    if (!heir) return
    await onHandOver(heir.id)
    onClose()
    toast({ message: text.done(heir.name) })
  })

  function check() {
    setIsChecked(true)
    return heir !== undefined
  }

  return (
    <Frame title={title} button={text.button} deed={deed} check={check} onClose={onClose}>
      <p class="faint">{text.lead}</p>
      <Field label={text.to} failure={isChecked && !heir ? text.missing : undefined}>
        {names => (
          <select {...names} class="input" value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
            <option value="">{text.choose}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Frame>
  )
}
