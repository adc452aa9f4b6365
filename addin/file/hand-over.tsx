import { ArrowRightLeft } from 'lucide'
import { useState } from 'preact/hooks'
import { listUsers } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { Fact } from './facts.tsx'

interface HandOverProps {
  title: string
  managerId: string | null
  mayHandOver: boolean
  onHandOver: (managerId: string) => Promise<void>
}

interface Colleague {
  id: string
  name: string
}

/** Who looks after a file or case, and for whoever may the way to give it to somebody else. */
export function HandOver({ title, managerId, mayHandOver, onHandOver }: HandOverProps) {
  const text = useAppText().handOver
  const { host } = useSurroundings()
  const [isOpen, setIsOpen] = useState(false)
  const users = useAnswer('colleagues', () => call(host, listUsers, { querystring: {} }))
  const people = users.value?.items
  if (!people || (managerId === null && !mayHandOver)) return null
  // Whoever was shut out is not among the colleagues any more.
  const manager = managerId && (people.find(({ id }) => id === managerId)?.name ?? text.gone)
  return (
    <Fact word={text.manager}>
      {manager && <div>{manager}</div>}
      {mayHandOver && (
        <Button look="quiet" class="fact-act" icon={ArrowRightLeft} onClick={() => setIsOpen(true)}>
          {text.button}
        </Button>
      )}
      {isOpen && (
        <HandOverDialog
          title={title}
          people={people.filter(({ id }) => id !== managerId)}
          onClose={() => setIsOpen(false)}
          onHandOver={onHandOver}
        />
      )}
    </Fact>
  )
}

interface HandOverDialogProps extends Pick<HandOverProps, 'title' | 'onHandOver'> {
  people: Colleague[]
  onClose: () => void
}

function HandOverDialog({ title, people, onClose, onHandOver }: HandOverDialogProps) {
  const text = useAppText().handOver
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
    <FormDialog title={title} button={text.button} deed={deed} check={check} onClose={onClose}>
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
    </FormDialog>
  )
}
