import { ArrowRightLeft } from 'lucide'
import { useState } from 'preact/hooks'
import { listUsers } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { Fact } from './facts.tsx'
import { PlaceHandOverDialog } from './later-dialogs.ts'

interface HandOverProps {
  title: string
  managerId: string | null
  mayHandOver: boolean
  onHandOver: (managerId: string) => Promise<void>
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
        <PlaceHandOverDialog
          title={title}
          people={people.filter(({ id }) => id !== managerId)}
          onClose={() => setIsOpen(false)}
          onHandOver={onHandOver}
        />
      )}
    </Fact>
  )
}
