import { ShieldCheck, ShieldOff } from 'lucide'
import { useState } from 'preact/hooks'
import { confirmFactor, draftFactor, type FactorState, readFactor, removeFactor } from '../../shared/second-factor.ts'
import type { FactorDraft } from '../../shared/session.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { CodeForm, FactorImage, RecoveryCodes } from '../app/factor-form.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useToast } from '../ui/toast.tsx'

type Open =
  | { at: 'nothing' }
  | { at: 'draft'; draft: FactorDraft }
  | { at: 'codes'; codes: string[] }
  | { at: 'removal' }

/** The second factor: whether there is one, and setting it up or taking it off. */
export function Factor() {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const [open, setOpen] = useState<Open>({ at: 'nothing' })
  const factor = useAnswer('my second factor', () => call(host, readFactor))
  const begin = useDeed(async () => setOpen({ at: 'draft', draft: await call(host, draftFactor) }))
  const close = () => {
    setOpen({ at: 'nothing' })
    factor.ask()
  }
  return (
    <section class="section">
      <h2>{text.factor}</h2>
      <AnsweredPart answer={factor}>
        {state => (
          <>
            <FactorWords state={state} />
            {!state.isOn && (
              <Button busy={begin.isBusy} onClick={begin.run}>
                {text.setFactor}
              </Button>
            )}
            {state.isOn && !state.isRequired && (
              <Button onClick={() => setOpen({ at: 'removal' })}>{text.removeFactor}</Button>
            )}
            {begin.failure && <FailureNotice failure={begin.failure} />}
          </>
        )}
      </AnsweredPart>
      <FactorDialog open={open} onOpen={setOpen} onClose={close} />
    </section>
  )
}

function FactorWords({ state }: { state: FactorState }) {
  const text = useAdminText().myAccount
  return (
    <p class={state.isOn ? 'good' : 'faint'}>
      <Icon shape={state.isOn ? ShieldCheck : ShieldOff} />{' '}
      {state.isOn ? text.factorOn(state.codesLeft) : state.isRequired ? text.factorMissing : text.factorOff}{' '}
      {state.isOn && state.isRequired && text.factorRequired}
    </p>
  )
}

interface FactorDialogProps {
  open: Open
  onOpen: (open: Open) => void
  onClose: () => void
}

function FactorDialog({ open, onOpen, onClose }: FactorDialogProps) {
  const text = useAdminText().myAccount
  const { door } = useWords(doorText)
  const { host } = useSurroundings()
  const toast = useToast()

  async function handleConfirm(code: string) {
    onOpen({ at: 'codes', codes: (await call(host, confirmFactor, { body: { code } })).recoveryCodes })
    toast({ message: text.factorSet })
  }

  async function handleRemoval(code: string) {
    await call(host, removeFactor, { body: { code } })
    toast({ message: text.factorRemoved })
    onClose()
  }

  if (open.at === 'draft')
    return (
      <Dialog title={text.setFactor} onClose={onClose}>
        <div class="form">
          <p>{text.setFactorLead}</p>
          <FactorImage draft={open.draft} />
          <CodeForm button={door.confirm} onCode={handleConfirm} />
        </div>
      </Dialog>
    )
  if (open.at === 'codes')
    return (
      <Dialog title={door.codesTitle} onClose={onClose}>
        <div class="form">
          <p>{door.codesLead}</p>
          <RecoveryCodes codes={open.codes} onKept={onClose} />
        </div>
      </Dialog>
    )
  if (open.at === 'removal')
    return (
      <Dialog title={text.removeFactor} onClose={onClose}>
        <div class="form">
          <p>{text.removeFactorLead}</p>
          <CodeForm button={text.removeFactor} onCode={handleRemoval} />
        </div>
      </Dialog>
    )
  return null
}
