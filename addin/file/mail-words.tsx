import { useMemo, useState } from 'preact/hooks'
import type { ItemMessage, MailPerson } from '../../shared/item-message.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { cleanMail } from './clean-mail.ts'
import { Fact } from './facts.tsx'
import { foldQuotes } from './fold-quotes.ts'
import { MailFrame } from './mail-frame.tsx'
import { RemotePicturesNotice } from './remote-pictures-notice.tsx'
import { useRemotePictures } from './use-remote-pictures.ts'
import './mail.css'

/** From whom to whom, and on demand every field of the header. */
export function MailHeads({ message }: { message: ItemMessage }) {
  const text = useAppText().mail
  return (
    <>
      <dl class="mail-heads">
        {(['from', 'replyTo', 'to', 'cc'] as const).map(role => (
          <Fact key={role} word={text[role]}>
            {message[role].length > 0 && message[role].map(showPerson).join(', ')}
          </Fact>
        ))}
      </dl>
      <details>
        <summary class="small">{text.headers}</summary>
        <dl class="mail-headers small">
          {message.headers.map((header, index) => (
            <div key={index}>
              <dt>{header.name}</dt>
              <dd>{header.value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

interface MailWordsProps {
  /** Whose remote pictures may be asked for. */
  itemId: string
  message: ItemMessage
}

/** What a mail says: its HTML, cleaned and in a frame where nothing runs, or its plain text. */
export function MailWords({ itemId, message }: MailWordsProps) {
  const text = useAppText().mail
  const [isPlain, setIsPlain] = useState(message.html === null)
  const hasText = `${message.text}${message.quoted}`.trim() !== ''
  const remote = useRemotePictures(itemId)
  const clean = useMemo(() => {
    if (message.html === null) return null
    const came = message.pictures.map(({ contentId, dataUrl }) => [contentId, dataUrl] as const)
    const pictures = new Map([...came, ...remote.pictures])
    const cleaned = cleanMail(message.html, pictures)
    foldQuotes(cleaned.fragment, cleaned.olderAt, text.quoted)
    return { blocked: cleaned.blocked, content: () => cleaned.fragment }
  }, [message.html, remote.pictures, text])
  return (
    <>
      {message.isCut && <Notice look="calm">{text.cut}</Notice>}
      {clean && !isPlain && (
        <RemotePicturesNotice remote={remote} blocked={clean.blocked} mayLoad={message.mayLoadPictures} />
      )}
      {clean && !isPlain ? <MailFrame content={clean.content} /> : <PlainText message={message} />}
      {clean && (isPlain || hasText) && (
        <p class="mail-view">
          <Button look="quiet" onClick={() => setIsPlain(!isPlain)}>
            {isPlain ? text.asHtml : text.asText}
          </Button>
        </p>
      )}
    </>
  )
}

function PlainText({ message }: { message: ItemMessage }) {
  const text = useAppText().mail
  return (
    <>
      {message.text.trim() === '' ? <p class="faint">{text.empty}</p> : <p class="item-text">{message.text}</p>}
      {message.quoted && (
        <details>
          <summary class="small">{text.quoted}</summary>
          <p class="item-text faint">{message.quoted}</p>
        </details>
      )}
    </>
  )
}

function showPerson({ name, address }: MailPerson): string {
  if (name === '') return address
  return address === '' ? name : `${name} <${address}>`
}
