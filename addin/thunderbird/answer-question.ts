import type { Answers, Question } from '../host/thunderbird-question.ts'
import { askForPasswordLink } from './ask-for-link.ts'
import { askServer } from './ask-server.ts'
import { attach } from './attach.ts'
import { keepBegun, readBegun } from './begun.ts'
import { fileRest } from './file-rest.ts'
import { addToQueue, discardQueued, listQueue, retryQueued, serverIsBack } from './filing-queue.ts'
import { forgetUser } from './forget-user.ts'
import { answerAhead, readAhead, selectedAhead } from './look-ahead.ts'
import { markOnceFiled } from './mark-arrived.ts'
import { markFiled } from './mark-filed.ts'
import { readMessage, readOpenMessage } from './read-open-message.ts'
import { readWords } from './read-words.ts'
import { chosenServer, serverUrl } from './server-address.ts'
import { leave, signIn } from './session.ts'
import { signInByWindow } from './sign-in-window.ts'

type AnswerTo = {
  [Kind in Question['ask']]: (
    question: Extract<Question, { ask: Kind }>,
    sender: MessengerSender,
  ) => Promise<Answers[Kind]>
}

const answers: AnswerTo = {
  wake: async () => null,
  'open-message': async ({ first }, { tab }) => {
    const begun = first && readBegun()
    const ahead = first ? await selectedAhead(tab?.id) : null
    if (ahead?.lookup && ahead.lookup.reply.status < 500) void serverIsBack()
    const shown = ahead ?? (tab?.id === undefined ? null : await readOpenMessage(tab.id, readAhead))
    return shown && begun ? { ...shown, begun: await begun } : shown
  },
  source: async ({ message }) => (await messenger.messages.getRaw(message)).arrayBuffer(),
  words: ({ message }) => readWords(message),
  'read-message': async ({ message }, sender) => {
    if (!isOwnPage(sender)) throw new Error('only the page that files several mails reads them by number')
    return readMessage(message)
  },
  mark: async ({ message, ...state }) => {
    await markFiled(message, state)
    return null
  },
  'mark-once-filed': async ({ message }) => {
    await markOnceFiled([message])
    return null
  },
  'file-rest': async ({ messages, place, account }, sender) => {
    if (!isOwnPage(sender)) throw new Error('only the page that files several mails names them by number')
    await fileRest(messages, place, account)
    return null
  },
  fetch: async ({ path, request }) => {
    const reply = (await answerAhead(path, request)) ?? (await askServer(path, request))
    if (reply.status < 500) void serverIsBack()
    return reply
  },
  attach: async ({ tab, name, path, request }, sender) => {
    if (!isOwnPage(sender)) throw new Error('only our own pages know the tab of a draft')
    return attach(tab, name, path, request)
  },
  'queue-add': async ({ filing, source }) => {
    await addToQueue(filing, source)
    return null
  },
  'queue-list': listQueue,
  'queue-retry': async ({ id }) => {
    await retryQueued(id)
    return null
  },
  'queue-discard': async ({ id }) => {
    await discardQueued(id)
    return null
  },
  begun: readBegun,
  'keep-begun': async word => {
    await keepBegun(word)
    return null
  },
  'open-page': async ({ path }) => {
    await messenger.windows.openDefaultBrowser(await serverUrl(path))
    return null
  },
  'open-settings': async () => {
    await messenger.runtime.openOptionsPage()
    return null
  },
  server: chosenServer,
  'sign-in': async (question, sender) => (isOwnPage(sender) ? signIn(question) : 'refused'),
  'sign-in-window': async ({ address }, sender) => (isOwnPage(sender) ? signInByWindow(address) : 'refused'),
  'password-link': async ({ address, email }, sender) =>
    isOwnPage(sender) ? askForPasswordLink(address, email) : 'unreachable',
  'sign-out': async () => {
    // First, as whoever is still signed in.
    await forgetUser()
    await leave()
    return null
  },
}

/** Answers a panel or the settings page; leaves alone what it does not know. */
export function answerQuestion(message: unknown, sender: MessengerSender): Promise<unknown> | undefined {
  if (sender.id !== messenger.runtime.id || !isQuestion(message)) return undefined
  const answer = answers[message.ask] as (question: Question, sender: MessengerSender) => Promise<unknown>
  return answer(message, sender)
}

function isQuestion(message: unknown): message is Question {
  if (typeof message !== 'object' || message === null || !('ask' in message)) return false
  return typeof message.ask === 'string' && Object.hasOwn(answers, message.ask)
}

// A mail's document may be taken over by its sender; only our own pages may name the server and the user.
function isOwnPage({ url }: MessengerSender): boolean {
  return url?.startsWith(messenger.runtime.getURL('')) ?? false
}
