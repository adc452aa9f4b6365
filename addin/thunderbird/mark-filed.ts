import { filedKeyword } from '../../shared/filed-mark.ts'
import { everyPage } from './every-page.ts'
import { isShared, marksShared } from './shared-folder.ts'

/** Thunderbird's keys are in small letters, and so are the keywords of mails as it reads them: the server's mark is this tag. */
const TAG = filedKeyword.toLowerCase()
/** The tag of earlier versions, beside which a mail could bear the server's mark as a second one. */
const FORMER_TAG = 'lupa-filed'
const TAG_COLOUR = '#12947F'
const MARKED = 'marked'
const MOST_REMEMBERED = 5_000

/** One after the other, because two of them would each write a list that lacks the other's mail. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Puts the tag for filed mail on a mail, or takes it off. It comes off when the mail was unfiled before our eyes, and when
 * this Thunderbird put it on: in a shared mailbox a tag of somebody who sees more stays. In folders of others it is put on only
 * where the user wishes so: it would tell those who may not see the filing.
 */
export function markFiled(message: number, state: { filed: boolean; changed: boolean }): Promise<void> {
  const done = last.then(() => mark(message, state))
  last = done.catch(() => undefined)
  return done
}

/** Has Thunderbird show the mark, also where the server set it, and gives the mails with the former tag this one. */
export async function prepareTag(): Promise<void> {
  const known = await messenger.messages.tags.list()
  if (!known.some(({ key }) => key === TAG))
    // Another mail's mark may have made it meanwhile, which Thunderbird refuses.
    await messenger.messages.tags.create(TAG, messenger.i18n.getMessage('filed'), TAG_COLOUR).catch(() => undefined)
  if (!known.some(({ key }) => key === FORMER_TAG)) return
  const former = { mode: 'any' as const, tags: { [FORMER_TAG]: true } }
  for await (const page of everyPage(await messenger.messages.query({ tags: former })))
    for (const { id, tags } of page) await messenger.messages.update(id, { tags: [...without(tags), TAG] })
  await messenger.messages.tags.delete(FORMER_TAG).catch(() => undefined)
}

async function mark(message: number, { filed, changed }: { filed: boolean; changed: boolean }): Promise<void> {
  const { headerMessageId, tags, folder } = await messenger.messages.get(message)
  const marked = await readMarked()
  if (!filed && !changed && !marked.includes(headerMessageId)) return

  const wanted = filed ? [...without(tags), TAG] : without(tags)
  if (wanted.length !== tags.length || wanted.some(tag => !tags.includes(tag))) {
    if (filed && folder && (await isShared(folder)) && !(await marksShared())) return
    if (filed) await prepareTag()
    await messenger.messages.update(message, { tags: wanted })
  } else if (filed) return // Somebody else's tag, or ours that is remembered already.
  const others = marked.filter(id => id !== headerMessageId)
  await writeMarked(filed ? [...others, headerMessageId] : others)
}

function without(tags: string[]): string[] {
  return tags.filter(tag => tag !== TAG && tag !== FORMER_TAG)
}

async function readMarked(): Promise<string[]> {
  const kept = (await messenger.storage.local.get(MARKED))[MARKED]
  return Array.isArray(kept) ? kept : []
}

async function writeMarked(marked: string[]): Promise<void> {
  await messenger.storage.local.set({ [MARKED]: marked.slice(-MOST_REMEMBERED) })
}
