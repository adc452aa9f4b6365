import { Reply as ReplyShape } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { type ItemMessage, type MailPerson, readItemMessage } from '../../shared/item-message.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { cleanMail } from './clean-mail.ts'
import { openCleaningRoom } from './cleaning-room.ts'
import { Fact } from './facts.tsx'
import { foldQuotes } from './fold-quotes.ts'
import { MailFrame } from './mail-frame.tsx'
import { RemotePicturesNotice } from './remote-pictures-notice.tsx'
import { useRemotePictures } from './use-remote-pictures.ts'
import './mail.css'

interface MailBodyProps {
  item: Item
}

/** A mail as it is read: from whom to whom, what it says, and the others of its thread. */
export function MailBody({ item }: MailBodyProps) {
  const text = useAppText().mail
  const { host } = useSurroundings()
  const answer = useAnswer(`message ${item.id}`, async () => {
    const [message] = await Promise.all([
      call(host, readItemMessage, { params: { itemId: item.id } }),
      openCleaningRoom(),
    ])
    return message
  })
  const message = answer.value
  if (answer.failure === 'not-processable') return <Notice>{text.unreadable}</Notice>
  if (answer.failure && !message) return <FailureNotice failure={answer.failure} onRetry={answer.ask} />
  if (!message) {
    return (
      <Late>
        <Skeleton height="240px" />
      </Late>
    )
  }
  return (
    <>
      <section class="section" aria-labelledby="mail-body">
        <div class="section-top">
          <h2 id="mail-body">{text.body}</h2>
          {item.kind === 'mail-in' && <ReplyLink item={item} message={message} />}
        </div>
        <Heads message={message} />
        <Content key={item.id} itemId={item.id} message={message} />
      </section>
      {message.thread.length > 0 && <Thread thread={message.thread} />}
    </>
  )
}

function Heads({ message }: { message: ItemMessage }) {
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

function Content({ itemId, message }: { itemId: string; message: ItemMessage }) {
  const text = useAppText().mail
  const [isPlain, setIsPlain] = useState(message.html === null)
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
      {clean && (
        <p>
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

function ReplyLink({ item, message }: { item: Item; message: ItemMessage }) {
  const text = useAppText().mail
  const [to] = [...message.replyTo, ...message.from].filter(person => person.address !== '')
  if (!to) return null
  const subject = /^\s*re\s*:/i.test(item.title) ? item.title : `Re: ${item.title}`
  return (
    <a class="button" href={`mailto:${encodeURIComponent(to.address)}?subject=${encodeURIComponent(subject)}`}>
      <Icon shape={ReplyShape} /> {text.reply}
    </a>
  )
}

function Thread({ thread }: Pick<ItemMessage, 'thread'>) {
  const text = useAppText().mail
  return (
    <section class="section" aria-labelledby="thread">
      <h2 id="thread">{text.thread}</h2>
      <ul class="case-rows thread-rows" aria-labelledby="thread">
        {thread.map(mail => (
          <li key={mail.id}>
            <KindIcon kind={mail.kind} />
            <a class="row-link" href={linkTo({ name: 'item', itemId: mail.id })} title={mail.title}>
              {mail.who} · {mail.title}
            </a>
            <Moment at={mail.occurredAt} class="small faint" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function showPerson({ name, address }: MailPerson): string {
  if (name === '') return address
  return address === '' ? name : `${name} <${address}>`
}
