import { lookUp } from '../../shared/lookup.ts'
import type { HostReply, OpenMessage } from '../host/mail-host.ts'
import type { LookedUp, PlainRequest, ShownMessage } from '../host/thunderbird-question.ts'
import { lookupQuestion } from '../pane/lookup-question.ts'
import { askServer, type Early, readEarly } from './ask-server.ts'
import { readDockState } from './dock-state.ts'
import { readMessage } from './read-open-message.ts'
import { isSignedIn, onSignedInChange } from './signed-in.ts'

/** A panel asks a moment after the click; whatever asks later wants to know how things are by then. */
const FRESH_MS = 2_000

/** So long the mail waits for the answer of the server, without which the panel has nothing to draw. */
const WAIT_MS = 40

/** What was read and asked about the mail that was selected last. */
interface Ahead {
  id: number
  /** The tab in whose list it was selected. */
  tab: number | undefined
  selectedAt: number
  message: Promise<OpenMessage>
  /** What was asked, in the words of the pane, and the answer; null when nobody would ask. */
  lookup: Promise<{ body: string; reply: Promise<HostReply> } | null>
  /** The same once the answer is there; null when there is none. */
  answered: Promise<LookedUp | null>
}

let ahead: Ahead | null = null

/**
 * Thunderbird tells of a selection well before the mail's document is there to draw the panel in. The mail is read and
 * the server is asked meanwhile, and the panel, which asks the same, finds the answer on its way.
 */
export function followSelection(): void {
  messenger.mailTabs.onSelectedMessagesChanged.addListener((tab, { messages: [only, second] }) => {
    ahead = only && !second ? lookAhead(only.id, tab.id) : null
  })
  // What one person was answered is nothing for the next.
  onSignedInChange(() => {
    ahead = null
  })
}

/** The facts of a mail that has just been selected, or null when it was another. */
export function readAhead(id: number): Promise<OpenMessage> | null {
  return fresh()?.id === id ? (ahead?.message ?? null) : null
}

/**
 * The mail that has just been selected in a tab, for the first question of the panel that is drawn beside it, with the
 * answer of the server if that comes soon; null when none was. Asking Thunderbird what it shows would be another round
 * through the process that is busy showing it; and whatever it shows in the end is told to the panel anyway.
 */
export async function selectedAhead(tab: number | undefined): Promise<ShownMessage | null> {
  const selected = fresh()
  if (!selected || selected.tab !== tab) return null
  const message = await selected.message.catch(() => null)
  if (!message || ahead !== selected) return null
  const { id, answered } = selected
  const lookup = await Promise.race([answered, new Promise<null>(resolve => setTimeout(resolve, WAIT_MS, null))])
  if (ahead !== selected) return null
  if (!lookup) return { id, message }
  ahead = null
  return { id, message, lookup }
}

/** The answer to the lookup that was asked for ahead, once; null when something else is asked. */
export async function answerAhead(path: string, { body }: PlainRequest): Promise<HostReply | null> {
  if (path !== lookUp.url) return null
  const selected = fresh()
  const asked = await selected?.lookup.catch(() => null)
  if (!asked || asked.body !== body) return null
  // Another mail may have been selected meanwhile.
  if (ahead === selected) ahead = null
  // The panel asks for itself, and shows why there is no answer.
  return asked.reply.catch(() => null)
}

function lookAhead(id: number, tab: number | undefined): Ahead {
  const early = readEarly(lookUp.url)
  const message = readMessage(id)
  const lookup = Promise.all([message, mayAsk()]).then(([known, may]) => (may ? ask(known, early) : null))
  // Whoever uses them hears of a failure; often nobody does.
  message.catch(() => undefined)
  lookup.catch(() => undefined)
  const answered = lookup.then(async asked => asked && { body: asked.body, reply: await asked.reply }).catch(() => null)
  return { id, tab, selectedAt: Date.now(), message, lookup, answered }
}

/** A panel that is closed, or that nobody is signed in to, asks nothing either. */
async function mayAsk(): Promise<boolean> {
  const [{ open }, signedIn] = await Promise.all([readDockState(), isSignedIn()])
  return open && signedIn
}

function ask(message: OpenMessage, early: Early) {
  const body = JSON.stringify(lookupQuestion(message))
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const reply = askServer(lookUp.url, { method: lookUp.method, headers, body }, early)
  reply.catch(() => undefined)
  return { body, reply }
}

function fresh(): Ahead | null {
  return ahead && Date.now() - ahead.selectedAt < FRESH_MS ? ahead : null
}
