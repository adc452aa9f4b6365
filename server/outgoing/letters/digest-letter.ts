import type { TaskRow } from '../../../shared/activity.ts'
import type { Notification } from '../../../shared/notification.ts'
import { listMeetings, type NextMeeting } from '../../activity/list-meetings.ts'
import { listTasks } from '../../activity/list-tasks.ts'
import type { Query, Statement } from '../../database/work.ts'
import type { House } from '../../http/app-type.ts'
import { readNotifications } from '../../notification/read-notifications.ts'
import type { Letter, Line } from '../write-letter.ts'
import { type DigestWords, digestWords } from './digest-words.ts'
import type { MailToSend } from './mail-to-send.ts'

const MOST_NEWS = 30
const MOST_TASKS = 100
const MOST_MEETINGS = 50

const confidentialSql: Statement = {
  name: 'confidential-of',
  text: 'select i as id from unnest($1::uuid[]) i where is_confidential(i)',
}

/** What somebody is told of once a day, as he may see it at this moment. */
interface Found {
  news: Notification[]
  tasks: TaskRow[]
  meetings: NextMeeting[]
  confidential: Set<string>
}

/**
 * What is new in what its reader follows, what he has to do today, and whom he meets today and tomorrow: titles only, and of what is confidential not even
 * those, for a mail lies in more places than Lupa. Null on a day without anything.
 */
export async function writeDigest(house: House, mail: MailToSend): Promise<Letter | null> {
  const { database, now, config } = house
  const found = await database.read(mail.user_id, query => find(query, new Date(mail.since ?? 0), now()))
  const all = found.news.length + found.tasks.length + found.meetings.length
  if (all === 0) return null
  const words = digestWords[mail.language]
  const told = nameable(found, dayOf(now()))
  const kept = all - Object.values(told).reduce((sum, list) => sum + list.length, 0)
  const linked = (line: Line, itemId: string | null) =>
    config.publicUrl && itemId ? { ...line, url: `${config.publicUrl}/#/items/${itemId}` } : line
  const list = <One extends { itemId: string | null }>(heading: string, all: One[], lineOf: LineOf<One>) =>
    all.length > 0 ? [{ heading }, { lines: all.map(one => linked(lineOf(one, words), one.itemId)) }] : []
  return {
    language: mail.language,
    subject: words.subject(told.news.length, told.late.length + told.due.length, told.today.length),
    parts: [
      { words: words.greeting(mail.name) },
      ...list(words.today, told.today, lineOfMeeting),
      ...list(words.tomorrow, told.tomorrow, lineOfMeeting),
      ...list(words.late, told.late, lineOfTask),
      ...list(words.due, told.due, lineOfTask),
      ...list(words.news, told.news, lineOfNews),
      ...(kept > 0 ? [{ words: words.kept(kept) }] : []),
      ...(config.publicUrl ? [{ button: words.button, url: `${config.publicUrl}/#/` }] : []),
      { words: words.end },
    ],
  }
}

type LineOf<One> = (one: One, words: DigestWords) => Line

/** What may stand in a mail by its name, each in its list. */
function nameable({ news, tasks, meetings, confidential }: Found, today: string) {
  const isOpen = ({ itemId }: { itemId: string | null }) => !itemId || !confidential.has(itemId)
  const open = { tasks: tasks.filter(isOpen), meetings: meetings.filter(isOpen) }
  return {
    today: open.meetings.filter(meeting => meeting.isToday),
    tomorrow: open.meetings.filter(meeting => !meeting.isToday),
    late: open.tasks.filter(task => (task.dueOn ?? '') < today),
    due: open.tasks.filter(task => task.dueOn === today),
    news: news.filter(isOpen),
  }
}

async function find(query: Query, since: Date, now: Date): Promise<Found> {
  const today = dayOf(now)
  const newest = await readNotifications(query, { limit: MOST_NEWS })
  // What is due stands in the letter by itself, and a meeting that was near is over when it is read.
  const news = newest.items.filter(({ kind, at }) => kind !== 'due' && kind !== 'soon' && new Date(at) > since)
  const open = await listTasks(query, { of: 'mine', limit: MOST_TASKS })
  const tasks = open.items.filter(task => task.dueOn !== null && task.dueOn <= today)
  const meetings = await listMeetings(query, now, MOST_MEETINGS)
  const ids = [...news, ...tasks, ...meetings].flatMap(one => one.itemId ?? [])
  const hidden = await query<{ id: string }>(confidentialSql, [ids])
  return { news, tasks, meetings, confidential: new Set(hidden.map(row => row.id)) }
}

function lineOfTask({ title, contractorName, dueOn }: TaskRow, words: DigestWords): Line {
  return { words: title, note: [contractorName, dueOn && words.dueOn(dueOn)].filter(Boolean).join(', ') }
}

function lineOfMeeting({ title, startsAt, endsAt, place, contractorName }: NextMeeting, words: DigestWords): Line {
  return { words: title, note: [words.at(startsAt, endsAt), place, contractorName].filter(Boolean).join(', ') }
}

function lineOfNews(
  { kind, by, given, itemTitle, contractorName, caseReference }: Notification,
  words: DigestWords,
): Line {
  const place = [contractorName, caseReference].filter(Boolean).join(', ')
  // Somebody's reason to open something by force is for nobody but whom it concerns, in the application.
  if (kind === 'break-glass') return { words: words.opened, note: place }
  if (kind === 'person-opened') return { words: words.personOpened, note: '' }
  if (kind === 'handed-over') return { words: words.handedOver(given?.from ?? ''), note: '' }
  const said = kind === 'shared' || kind === 'task' ? words.told[kind](by ?? '') : ''
  return { words: itemTitle ?? words.untitled, note: [said, place].filter(Boolean).join(', ') }
}

/** The calendar day where the server stands. */
export function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
