import { Eye } from 'lucide'
import { useState } from 'preact/hooks'
import type { Seers } from '../../shared/sharing.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SeerList } from '../ui/seer-list.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './access.css'

interface SeersButtonProps {
  /** What the question is about, for its answer to be kept under. */
  name: string
  title: string
  question: () => Promise<Seers>
}

/** Opens the list of everybody who sees a thing, with the reasons. */
export function SeersButton({ name, title, question }: SeersButtonProps) {
  const text = useAppText().seers
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" class="fact-act" icon={Eye} onClick={() => setIsOpen(true)}>
        {text.button}
      </Button>
      {isOpen && <SeersDialog name={name} title={title} question={question} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function SeersDialog({ name, title, question, onClose }: SeersButtonProps & { onClose: () => void }) {
  const text = useAppText().seers
  const answer = useAnswer(`seers ${name}`, question)
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="form">
        <p class="faint">{text.lead}</p>
        {answer.failure && <FailureNotice failure={answer.failure} onRetry={answer.ask} />}
        {answer.value ? <SeerList seers={answer.value} /> : !answer.failure && <Skeleton height="160px" />}
      </div>
    </Dialog>
  )
}
