import { ReplyAll, Reply as ReplyShape } from 'lucide'
import type { Item } from '../../shared/item.ts'
import { type ItemMessage, readItemMessage } from '../../shared/item-message.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { type Answer, useAnswer } from '../app/use-answer.ts'
import { Icon } from '../ui/icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { openCleaningRoom } from './cleaning-room.ts'
import { MailHeads, MailWords } from './mail-words.tsx'
import { repliesTo } from './reply-to.ts'
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
  return (
    <>
      <section class="section" aria-labelledby="mail-body">
        <div class="section-top mail-top">
          <h2 id="mail-body">{text.body}</h2>
          {message && <ReplyLinks item={item} message={message} />}
        </div>
        {message && <MailHeads message={message} />}
        {message && <MailWords key={item.id} itemId={item.id} message={message} />}
        {!message && <NoMailYet answer={answer} />}
      </section>
      {message && message.thread.length > 0 && <Thread thread={message.thread} />}
    </>
  )
}

function NoMailYet({ answer }: { answer: Answer<ItemMessage> }) {
  if (answer.failure) return <FailureNotice failure={answer.failure} onRetry={answer.ask} />
  return (
    <Late>
      <Skeleton height="240px" />
    </Late>
  )
}

function ReplyLinks({ item, message }: { item: Item; message: ItemMessage }) {
  const text = useAppText().mail
  const { me } = useSurroundings()
  const { one, all } = repliesTo(item.kind, item.title, message, me.email)
  const isOurs = item.kind === 'mail-out'
  return (
    <div class="buttons">
      {one && (
        <a class="button" href={one}>
          <Icon shape={ReplyShape} /> {isOurs ? text.writeOn : text.reply}
        </a>
      )}
      {all && (
        <a class="button" href={all} aria-label={isOurs ? text.writeOnToAll : text.replyAll}>
          <Icon shape={ReplyAll} />
          <span class="at-length">{isOurs ? text.writeOnToAll : text.replyAll}</span>
          <span class="in-brief">{isOurs ? text.toAll : text.all}</span>
        </a>
      )}
    </div>
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
