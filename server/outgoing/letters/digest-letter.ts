import type { TaskRow } from '../../../shared/activity.ts'
import type { Notification } from '../../../shared/notification.ts'
import { listTasks } from '../../activity/list-tasks.ts'
import type { Query, Statement } from '../../database/work.ts'
import type { House } from '../../http/app-type.ts'
import { readNotifications } from '../../notification/read-notifications.ts'
import type { Letter, Line } from '../write-letter.ts'
import { type DigestWords, digestWords } from './digest-words.ts'
import type { MailToSend } from './mail-to-send.ts'

const MOST_NEWS = 30
const MOST_TASKS = 100

const confidentialSql: Statement = {
  name: 'confidential-of',
  text: 'select i as id from unnest($1::uuid[]) i where is_confidential(i)',
}

/** What somebody is told of once a day, as he may see it at this moment. */
interface Found {
  news: Notification[]
  tasks: TaskRow[]
  confidential: Set<string>
}

/**
 * What is new in what its reader follows, and what he has to do today: titles only, and of what is confidential not even
 * those, for a mail lies in more places than Lupa. Null on a day without anything.
 */
export async function writeDigest(house: House, mail: MailToSend): Promise<Letter | null> {
  const { database, now, config } = house
  const today = dayOf(now())
  const found = await database.read(mail.user_id, query => find(query, new Date(mail.since ?? 0), today))
  if (found.news.length + found.tasks.length === 0) return null
  const words = digestWords[mail.language]
  const url = (path: string) => (config.publicUrl ? { url: `${config.publicUrl}/#${path}` } : {})
  const isOpen = ({ itemId }: { itemId: string | null }) => !itemId || !found.confidential.has(itemId)
  const late = found.tasks.filter(task => isOpen(task) && (task.dueOn ?? '') < today)
  const due = found.tasks.filter(task => isOpen(task) && task.dueOn === today)
  const news = found.news.filter(isOpen)
  const kept = found.tasks.length + found.news.length - late.length - due.length - news.length
  const list = (heading: string, lines: Line[]) => (lines.length > 0 ? [{ heading }, { lines }] : [])
  const taskLine = (task: TaskRow) => ({ ...lineOfTask(task, words), ...url(`/items/${task.itemId}`) })
  const newsLine = (one: Notification) => ({
    ...lineOfNews(one, words),
    ...(one.itemId ? url(`/items/${one.itemId}`) : {}),
  })
  return {
    language: mail.language,
    subject: words.subject(news.length, late.length + due.length),
    parts: [
      { words: words.greeting(mail.name) },
      ...list(words.late, late.map(taskLine)),
      ...list(words.due, due.map(taskLine)),
      ...list(words.news, news.map(newsLine)),
      ...(kept > 0 ? [{ words: words.kept(kept) }] : []),
      ...(config.publicUrl ? [{ button: words.button, url: `${config.publicUrl}/#/` }] : []),
      { words: words.end },
    ],
  }
}

async function find(query: Query, since: Date, today: string): Promise<Found> {
  const newest = await readNotifications(query, { limit: MOST_NEWS })
  // What is due stands in the letter by itself, and a meeting that was near is over when it is read.
  const news = newest.items.filter(({ kind, at }) => kind !== 'due' && kind !== 'soon' && new Date(at) > since)
  const open = await listTasks(query, { of: 'mine', limit: MOST_TASKS })
  const tasks = open.items.filter(task => task.dueOn !== null && task.dueOn <= today)
  const ids = [...news, ...tasks].flatMap(one => one.itemId ?? [])
  const hidden = await query<{ id: string }>(confidentialSql, [ids])
  return { news, tasks, confidential: new Set(hidden.map(row => row.id)) }
}

function lineOfTask({ title, contractorName, dueOn }: TaskRow, words: DigestWords): Line {
  return { words: title, note: [contractorName, dueOn && words.dueOn(dueOn)].filter(Boolean).join(', ') }
}

function lineOfNews({ kind, by, itemTitle, contractorName, caseReference }: Notification, words: DigestWords): Line {
  const place = [contractorName, caseReference].filter(Boolean).join(', ')
  // Somebody's reason to open something by force is for nobody but whom it concerns, in the application.
  if (kind === 'break-glass') return { words: words.opened, note: place }
  if (kind === 'person-opened') return { words: words.personOpened, note: '' }
  const said = kind === 'shared' || kind === 'task' ? words.told[kind](by ?? '') : ''
  return { words: itemTitle ?? words.untitled, note: [said, place].filter(Boolean).join(', ') }
}

/** The calendar day where the server stands. */
export function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
