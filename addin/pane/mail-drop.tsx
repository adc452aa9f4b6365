import { FileUp } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { ApiError, type FailureCode } from '../api/api-error.ts'
import type { Text } from '../text/pl.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'

type MailDropProps = {
  /** Shows the mail of a file; rejects when it is none. */
  onFile: (file: Blob) => Promise<void>
  onMessageId: (messageId: string) => void
}

/** Where the browser's user says which mail the pane shall stand beside: a file, or a Message-ID. */
export function MailDrop({ onFile, onMessageId }: MailDropProps) {
  const text = useText()
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<FailureCode | 'unreadable'>()
  const input = useRef<HTMLInputElement>(null)

  async function take(file: File | undefined) {
    if (!file) return
    setTrouble(undefined)
    setBusy(true)
    await onFile(file).catch(error => setTrouble(error instanceof ApiError ? error.code : 'unreadable'))
    setBusy(false)
  }

  return (
    <section
      class={over ? 'mail-drop over' : 'mail-drop'}
      aria-label={text.drop.label}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer?.files[0])
      }}
    >
      <p class="faint">{text.drop.hint}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".eml,.msg,message/rfc822,application/vnd.ms-outlook"
        onChange={event => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Button icon={FileUp} busy={busy} onClick={() => input.current?.click()}>
        {text.drop.choose}
      </Button>
      <ByMessageId onMessageId={onMessageId} />
      {trouble && <Notice>{wordsOf(trouble, text)}</Notice>}
    </section>
  )
}

function wordsOf(trouble: FailureCode | 'unreadable', text: Text): string {
  if (trouble === 'too-large') return text.drop.tooLarge
  return trouble === 'unreadable' ? text.drop.unreadable : text.failure[trouble]
}

function ByMessageId({ onMessageId }: Pick<MailDropProps, 'onMessageId'>) {
  const text = useText()
  const [messageId, setMessageId] = useState('')
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (messageId.trim()) onMessageId(messageId)
      }}
    >
      <TextField label={text.drop.messageId} value={messageId} onValue={setMessageId} maxLength={2000} />
      <Button type="submit">{text.drop.show}</Button>
    </form>
  )
}
