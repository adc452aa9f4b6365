const TAG = 'lupa-filed'
const TAG_COLOUR = '#12947F'
const MARKED = 'marked'
const MOST_REMEMBERED = 5_000

/** One after the other, because two of them would each write a list that lacks the other's mail. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Puts the tag for filed mail on a mail, or takes it off. It comes off when the mail was unfiled before our eyes, and when
 * this Thunderbird put it on: in a shared mailbox a tag of somebody who sees more stays.
 */
export function markFiled(message: number, state: { filed: boolean; changed: boolean }): Promise<void> {
  const done = last.then(() => mark(message, state))
  last = done.catch(() => undefined)
  return done
}

async function mark(message: number, { filed, changed }: { filed: boolean; changed: boolean }): Promise<void> {
  const { headerMessageId, tags } = await messenger.messages.get(message)
  const marked = await readMarked()
  if (!filed && !changed && !marked.includes(headerMessageId)) return

  if (filed) await ensureTag()
  if (filed !== tags.includes(TAG)) {
    const others = tags.filter(tag => tag !== TAG)
    await messenger.messages.update(message, { tags: filed ? [...others, TAG] : others })
  } else if (filed) return // Somebody else's tag, or ours that is remembered already.
  const others = marked.filter(id => id !== headerMessageId)
  await writeMarked(filed ? [...others, headerMessageId] : others)
}

async function ensureTag(): Promise<void> {
  const known = await messenger.messages.tags.list()
  if (known.some(({ key }) => key === TAG)) return
  await messenger.messages.tags.create(TAG, messenger.i18n.getMessage('filed'), TAG_COLOUR)
}

async function readMarked(): Promise<string[]> {
  const kept = (await messenger.storage.local.get(MARKED))[MARKED]
  return Array.isArray(kept) ? kept : []
}

async function writeMarked(marked: string[]): Promise<void> {
  await messenger.storage.local.set({ [MARKED]: marked.slice(-MOST_REMEMBERED) })
}
