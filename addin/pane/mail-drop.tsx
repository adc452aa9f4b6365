import { FileUp } from 'lucide'
import { useRef, useState } from 'preact/hooks'
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
  const [unreadable, setUnreadable] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  async function take(file: File | undefined) {
    if (!file) return
    setUnreadable(false)
    await onFile(file).catch(() => setUnreadable(true))
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
        accept=".eml,message/rfc822"
        onChange={event => void take(event.currentTarget.files?.[0])}
      />
      <Button icon={FileUp} onClick={() => input.current?.click()}>
        {text.drop.choose}
      </Button>
      <ByMessageId onMessageId={onMessageId} />
      {unreadable && <Notice>{text.drop.unreadable}</Notice>}
    </section>
  )
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
