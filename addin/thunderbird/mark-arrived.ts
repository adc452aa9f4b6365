import { lookUp } from '../../shared/lookup.ts'
import type { Output } from '../../shared/route.ts'
import { lookupQuestion } from '../pane/lookup-question.ts'
import { askServer } from './ask-server.ts'
import { markFiled } from './mark-filed.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { readMessage } from './read-open-message.ts'

const ALARM = 'new-mail'
const UNMARKED = 'unmarked'
const FIRST_LOOK_MS = 5_000
const LOOKS = 4
const MOST = 1_000
/** Thunderbird ends a background that works for minutes; what was left is gone on with. */
const GO_ON_MS = 60_000

/** A mail that may be filed soon and has no mark yet. Its number is valid until Thunderbird is closed, and so is the list. */
interface Unmarked {
  message: number
  looks: number
}

/** More may arrive, and their alarm go off, while the others are looked after. */
const looking = oneAtATime(markArrived)
let last: Promise<unknown> = Promise.resolve()

/** Looks after the marks of what is being filed, whoever files it, when their time has come. */
export function followMarks(): void {
  messenger.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void looking.run()
  })
}

/** Marks these mails as filed when the server says that they are, though nobody has opened them. */
export async function markOnceFiled(messages: number[]): Promise<void> {
  if (messages.length === 0) return
  const added = messages.map(message => ({ message, looks: 0 }))
  await change(all => [...all.filter(({ message }) => !messages.includes(message)), ...added].slice(-MOST))
  messenger.alarms.create(ALARM, { when: Date.now() + FIRST_LOOK_MS })
}

/** The server may read the mailbox a little later than Thunderbird, so it is asked a few times. */
async function markArrived(): Promise<void> {
  messenger.alarms.create(ALARM, { when: Date.now() + GO_ON_MS })
  for (const { message, looks } of await unmarked()) {
    const filed = await isFiled(message).catch(() => false)
    if (filed) await markFiled(message, { filed: true, changed: true }).catch(() => undefined)
    const isOver = filed || looks + 1 >= LOOKS
    // Each at once, for Thunderbird may end the background before the last of them.
    await change(all => {
      const others = all.filter(one => one.message !== message)
      return isOver ? others : [...others, { message, looks: looks + 1 }]
    })
  }
  const left = await unmarked()
  if (left.length === 0) return void (await messenger.alarms.clear(ALARM))
  const looks = Math.min(...left.map(one => one.looks))
  messenger.alarms.create(ALARM, { when: Date.now() + FIRST_LOOK_MS * 3 ** looks })
}

/** One after the other: mail arrives in several accounts at once, and two would each write a list without the other's. */
function change(next: (all: Unmarked[]) => Unmarked[]): Promise<void> {
  const done = last.then(async () => messenger.storage.session.set({ [UNMARKED]: next(await unmarked()) }))
  last = done.catch(() => undefined)
  return done
}

async function isFiled(message: number): Promise<boolean> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ ...lookupQuestion(await readMessage(message)), limit: 1 })
  const reply = await askServer(lookUp.url, { method: lookUp.method, headers, body })
  return reply.status === 200 && (JSON.parse(reply.body) as Output<typeof lookUp>).filed.length > 0
}

async function unmarked(): Promise<Unmarked[]> {
  const kept = (await messenger.storage.session.get(UNMARKED))[UNMARKED]
  return Array.isArray(kept) ? kept : []
}
