import { accountOf } from '../host/thunderbird-account.ts'
import { everyPage } from './every-page.ts'
import { dropArrived, handInLater } from './hand-in-later.ts'
import { markOnceFiled } from './mark-arrived.ts'

const SINCE = 'files-since'
/** Who was signed in when mail was last filed so: what arrives while nobody is, is his and not that of who comes next. */
const FOR = 'files-for'
/** Stands for him who signed out by his own will: what arrives then is nobody's, until somebody signs in. */
const HAS_LEFT = ''
const DAY_MS = 24 * 60 * 60_000
/** The date of a mail is the word of its sender's clock, in whole seconds, and mail may be on its way for a while. */
const ON_ITS_WAY_MS = 60 * 60_000

/** Hands new mail to the server, where the user wishes so, and has what is filed marked, whoever filed it, before it is opened. */
export function followNewMail(): void {
  messenger.messages.onNewMailReceived.addListener((_folder, list) => void takeIn(list))
}

/** Since when new mail is filed by itself, in milliseconds; null while it is not. */
export async function filesSince(): Promise<number | null> {
  const since = (await messenger.storage.local.get(SINCE))[SINCE]
  return typeof since === 'number' ? since : null
}

/** Switches it on from this moment, or off. What arrived before stays as it is. */
export async function fileNewMail(isOn: boolean): Promise<void> {
  if (isOn && (await filesSince()) === null) await messenger.storage.local.set({ [SINCE]: Date.now() })
  if (isOn) return void (await whose())
  await messenger.storage.local.remove([SINCE, FOR])
  await dropArrived()
}

/** Files nothing more for who signs out, nor keeps his name; the setting stays. */
export async function leaveNewMail(): Promise<void> {
  if ((await filesSince()) !== null) await messenger.storage.local.set({ [FOR]: HAS_LEFT })
}

/** In whose name new mail is filed: of who is signed in, or was last. */
async function whose(): Promise<string | null> {
  const [account, kept] = await Promise.all([accountOf(), messenger.storage.local.get(FOR)])
  const last = typeof kept[FOR] === 'string' ? kept[FOR] : null
  if (account !== null && account !== last) await messenger.storage.local.set({ [FOR]: account })
  return account ?? last
}

async function takeIn(list: MessengerMessageList): Promise<void> {
  const since = await filesSince()
  const account = since === null ? null : await whose()
  for await (const page of everyPage(list)) {
    const mails = page.filter(({ junk }) => !junk)
    const isFresh = ({ date }: MessengerMessage) => date.getTime() > Date.now() - DAY_MS
    await markOnceFiled(mails.filter(isFresh).map(({ id }) => id))
    if (since === null || account === HAS_LEFT) continue
    // A new account reports all the mail that it ever had as new. What was fetched late, after a weekend, is new all the same.
    const wanted = mails.filter(({ date }) => date.getTime() >= since - ON_ITS_WAY_MS)
    await handInLater(wanted.map(describe), { account })
  }
}

/** The server decides where it belongs. */
function describe({ id, headerMessageId, subject }: MessengerMessage) {
  return { why: 'arrived' as const, message: id, headerMessageId, subject, place: null }
}
