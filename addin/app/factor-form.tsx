import { useState } from 'preact/hooks'
import type { FactorDraft } from '../../shared/session.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { CopyButton } from './copy-button.tsx'
import { FailureNotice } from './plain-pages.tsx'
import { useWords } from './surroundings.ts'
import { useDeed } from './use-deed.ts'
import { useFaultyField } from './use-faulty-field.ts'
import './factor.css'

interface CodeFormProps {
  button: string
  onCode: (code: string) => Promise<void>
  onBack?: () => void
}

/** Asks for a code of the app. */
export function CodeForm({ button, onCode, onBack }: CodeFormProps) {
  const text = useWords(doorText).door
  const [code, setCode] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [form, focusFault] = useFaultyField()
  const deed = useDeed(() => onCode(code.trim()))

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const isShort = code.trim().length < 6
    setIsMissing(isShort)
    if (isShort) focusFault()
    else deed.run()
  }

  return (
    <form ref={form} class="form" onSubmit={handleSubmit} noValidate>
      <TextField
        label={text.code}
        autocomplete="one-time-code"
        maxLength={40}
        value={code}
        onValue={setCode}
        failure={isMissing ? text.codeMissing : undefined}
      />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div class="buttons">
        <Button type="submit" look="primary" busy={deed.isBusy}>
          {button}
        </Button>
        {onBack && <Button onClick={onBack}>{text.back}</Button>}
      </div>
    </form>
  )
}

/** What an authenticator app is told: as an image to scan, and as words to type. */
export function FactorImage({ draft }: { draft: FactorDraft }) {
  const text = useWords(doorText).door
  return (
    <div class="factor">
      <QrCode words={draft.uri} label={text.qr} />
      <p class="small faint">{text.secret}</p>
      <code class="secret">{draft.secret.match(/.{1,4}/g)?.join(' ')}</code>
    </div>
  )
}

interface RecoveryCodesProps {
  codes: string[]
  onKept: () => void
}

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const text = useWords(doorText).door
  return (
    <div class="form">
      <ul class="recovery-codes">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <CopyButton words={codes.join('\n')} label={text.copyCodes} />
      </div>
      <Button look="primary" wide onClick={onKept}>
        {text.codesKept}
      </Button>
    </div>
  )
}
