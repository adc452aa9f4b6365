import { UserRoundCog } from 'lucide'
import { useState } from 'preact/hooks'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { PlaceViewersDialog } from './later-dialogs.ts'
import type { PlaceViewersFormProps } from './place-viewers-form.tsx'

type PlaceViewersButtonProps = Pick<PlaceViewersFormProps, 'title' | 'viewers' | 'inherits' | 'onSave' | 'onAsk'>

/** Opens the choice of who may see a file or case; for whoever may choose. */
export function PlaceViewersButton(props: PlaceViewersButtonProps) {
  const text = useAppText().placeViewers
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" class="fact-act" icon={UserRoundCog} onClick={() => setIsOpen(true)}>
        {text.button}
      </Button>
      {isOpen && <PlaceViewersDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
