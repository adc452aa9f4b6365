import { useEffect } from 'preact/hooks'
import { listNotifications, type Notification, readNotifications } from '../../shared/notification.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { caseLink, contractorLink, linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { tellRead } from '../app/use-unread.ts'
import type { Language } from '../text/language.ts'
import { exactMoment, shortMoment } from '../text/moment.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { Empty } from './empty.tsx'
import { ListEnd } from './list-end.tsx'
import './access.css'
import './file.css'

/** What the reader should know, newest first. Having it on screen is reading it. */
export function NotificationsPage() {
  const text = useAppText().notifications
  const { host } = useSurroundings()
  const list = useList('notifications', wanted => call(host, listNotifications, { querystring: wanted }))
  useLiveList(list, ({ type }) => type === 'notification' || type === 'item' || type === 'gone')
  const newest = list.rows[0]?.at

  useEffect(() => {
    if (newest) void call(host, readNotifications, { body: { until: newest } }).then(tellRead, () => undefined)
  }, [newest])

  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
        <a href={linkTo({ name: 'access' })}>{text.toOpenings}</a>
      </div>
      {list.state === 'failed' && list.failure && <FailureNotice failure={list.failure} onRetry={list.ask} />}
      {list.state === 'waiting' && (
        <Late>
          <SkeletonRows rows={6} />
        </Late>
      )}
      {list.state === 'ready' && list.rows.length === 0 && <Empty heading={text.emptyTitle}>{text.empty}</Empty>}
      {list.rows.length > 0 && (
        <ul class="notification-rows" aria-label={text.list}>
          {list.rows.map(one => (
            <NotificationRow key={one.id} notification={one} />
          ))}
        </ul>
      )}
      {list.state === 'ready' && <ListEnd list={list} />}
    </div>
  )
}

interface NotificationRowProps {
  notification: Notification
}

function NotificationRow({ notification: one }: NotificationRowProps) {
  const text = useAppText().notifications
  const { seers } = useText()
  const language = useLanguage()
  const link = linkOf(one)
  const name = one.itemTitle ?? one.caseReference ?? one.contractorName ?? ''
  return (
    <li class={one.isUnread ? 'unread' : undefined}>
      <p class="small faint">
        <Moment at={one.at} /> · {headingOf(one, text, language)}
        {one.isUnread && <strong> · {text.unread}</strong>}
      </p>
      {link && <a href={link}>{name || text.noTitle}</a>}
      {one.given && <Given given={one.given} />}
      {one.reason && (
        <p class="small">
          {text.reason(one.reason)}
          {one.until && `, ${seers.until(shortMoment(language, new Date(one.until)))}`}
        </p>
      )}
    </li>
  )
}

/** How much of each was taken over, and where a mailbox's new owner has the say. */
function Given({ given }: { given: NonNullable<Notification['given']> }) {
  const text = useAppText().notifications
  return (
    <>
      <p>{givenParts.flatMap(part => (given[part] > 0 ? text.given[part](given[part]) : [])).join(', ')}</p>
      {given.mailboxes > 0 && <a href={linkTo({ name: 'mailboxes' })}>{text.ownMailboxes}</a>}
    </>
  )
}

const givenParts = ['contractors', 'cases', 'tasks', 'mailboxes', 'items'] as const

type Words = ReturnType<typeof useAppText>['notifications']

function headingOf(one: Notification, text: Words, language: Language): string {
  const by = one.by ?? text.somebody
  if (one.kind === 'shared') return text.shared(by)
  if (one.kind === 'task') return text.task(by)
  if (one.kind === 'break-glass') return text.broken(by)
  if (one.kind === 'person-opened') return text.personOpened(by)
  if (one.kind === 'handed-over') return text.handedOver(by, one.given?.from ?? '')
  if (one.kind === 'due') return text.due
  if (one.kind === 'soon') return text.soon(one.until ? exactMoment(language, new Date(one.until)) : '')
  const place = one.caseReference ?? one.contractorName
  return place ? text.newIn(place) : text.newItem
}

function linkOf({ itemId, caseId, contractorId }: Notification): string | null {
  if (itemId) return linkTo({ name: 'item', itemId })
  if (caseId) return caseLink(caseId)
  return contractorId ? contractorLink(contractorId) : null
}
