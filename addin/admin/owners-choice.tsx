import type { IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Mailbox } from '../../shared/mailbox.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

interface OwnersChoiceProps {
  mailbox: Mailbox
  icon: IconNode
  words: { open: string; openFor: (mailbox: string) => string; saved: string }
  /** The dialog in which it is chosen. */
  dialog: (acts: { onClose: () => void; onSaved: () => void }) => ComponentChildren
  onChanged: () => void
}

/** The button behind which the owner of a mailbox settles something about it. */
export function OwnersChoice({ mailbox, icon, words, dialog, onChanged }: OwnersChoiceProps) {
  const toast = useToast()
  const [isOpen, setIsOpen] = useState(false)

  function handleSaved() {
    setIsOpen(false)
    toast({ message: words.saved })
    onChanged()
  }

  return (
    <>
      <Button
        look="quiet"
        class="fact-act"
        icon={icon}
        aria-label={words.openFor(mailbox.user)}
        onClick={() => setIsOpen(true)}
      >
        {words.open}
      </Button>
      {isOpen && dialog({ onClose: () => setIsOpen(false), onSaved: handleSaved })}
    </>
  )
}
