import { useState } from 'preact/hooks'
import { askErasure, type Erasure } from '../../shared/erasure.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ErasureChoice } from './erasure-choice.ts'
import { isReasonShort, ReasonField } from './reason-field.tsx'

interface ErasePersonDialogProps {
  address: string
  choice: ErasureChoice
  onClose: () => void
  onAsked: (erasure: Erasure) => void
}

/** Asks why, and has the address typed once more: what goes does not come back. */
export function ErasePersonDialog({ address, choice, onClose, onAsked }: ErasePersonDialogProps) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const [reason, setReason] = useState('')
  const [confirmation, setConfirmation] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const isTyped = confirmation.trim().toLowerCase() === address
  const isTelling = reason.toLowerCase().includes(address)
  const isWrong = isReasonShort(reason) || isTelling
  const deed = useDeed(async () => {
    const body = { address, confirmation, reason: reason.trim(), ...choice }
    onAsked(await call(host, askErasure, { body }))
  })
  function check() {
    setIsChecked(true)
    return isTyped && !isWrong
  }
  return (
    <FormDialog title={text.eraseDialog} button={text.eraseNow} deed={deed} check={check} onClose={onClose}>
      <Notice look="calm">{text.final}</Notice>
      <ReasonField
        value={reason}
        hint={text.eraseReasonHint}
        isChecked={isChecked}
        isTelling={isTelling}
        onValue={setReason}
      />
      <TextField
        label={text.confirmation}
        hint={text.confirmationHint(address)}
        failure={isChecked && !isTyped ? text.confirmationHint(address) : undefined}
        value={confirmation}
        autocomplete="off"
        maxLength={320}
        onValue={setConfirmation}
      />
    </FormDialog>
  )
}
