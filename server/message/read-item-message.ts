import type { ItemMessage } from '../../shared/item-message.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Source } from '../item/source.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { Attachment, Mailbox, ParsedMessage } from '../mail/parsed-message.ts'
import { Refusal } from '../refusal.ts'
import type { BlobStore } from '../storage/blob-store.ts'

const MOST_TEXT = 500_000
const MOST_HTML = 2_000_000
const MOST_PICTURES_BYTES = 6_000_000
const MOST_PEOPLE = 500
const MOST_THREAD = 50
const BASE64_GROWTH = 4 / 3

/** Pictures that a browser shows without running anything: no SVG. */
const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Fields that name those who got a blind copy. */
const namesBlind = /^(?:resent-)?bcc$/i

const threadOfItem: Statement = {
  name: 'thread-of-item',
  text: `
    select i.id, i.kind, i.title, i.who, iso(i.occurred_at) as "occurredAt"
      from item o join message m on m.id = o.object_id join message t on t.thread = m.thread and t.id <> m.id
      join item i on i.object_id = t.id and i.contractor_id = o.contractor_id
     where o.id = $1 order by i.occurred_at desc, i.id desc limit ${MOST_THREAD}`,
}

/** The other mails of an item's thread in its file that the reader may see. */
export function readThread(query: Query, itemId: string): Promise<ItemMessage['thread']> {
  return query(threadOfItem, [itemId])
}

/** Reads a mail anew from its source, which alone is what came; in a thread of its own, since it may be anything. */
export async function readItemMessage(
  blobs: BlobStore,
  { hash, isStripped }: Source,
  thread: ItemMessage['thread'],
): Promise<Omit<ItemMessage, 'mayLoadPictures'>> {
  const mail = present(await parsed(await blobs.read(hash)), thread)
  return isStripped ? { ...mail, headers: mail.headers.filter(({ name }) => !namesBlind.test(name)) } : mail
}

async function parsed(source: Uint8Array): Promise<ParsedMessage> {
  try {
    return await parseSource(source)
  } catch (error) {
    if (error instanceof Unparsable) throw new Refusal('not-processable')
    throw error
  }
}

function present(mail: ParsedMessage, thread: ItemMessage['thread']): Omit<ItemMessage, 'mayLoadPictures'> {
  const { text, quoted } = splitQuoted(mail)
  return {
    from: people(mail.from),
    replyTo: people(mail.replyTo),
    to: people(mail.to),
    cc: people(mail.cc),
    text: text.slice(0, MOST_TEXT).toWellFormed(),
    quoted: quoted.slice(0, MOST_TEXT).toWellFormed(),
    html: mail.html === null ? null : mail.html.slice(0, MOST_HTML).toWellFormed(),
    isCut: text.length > MOST_TEXT || quoted.length > MOST_TEXT || (mail.html?.length ?? 0) > MOST_HTML,
    pictures: picturesOf(mail.attachments),
    headers: mail.headerFields.map(({ name, value }) => ({ name, value: value.toWellFormed() })),
    thread,
  }
}

function people(list: Mailbox[]) {
  return list.slice(0, MOST_PEOPLE).map(({ name, address }) => ({ name: name.toWellFormed(), address }))
}

/** The new words are the beginning of the text where the quotation follows them; where it stands between them, all is new. */
function splitQuoted({ text, newText }: ParsedMessage): { text: string; quoted: string } {
  const head = newText.trim()
  if (head === '' || !text.trim().startsWith(head)) return { text, quoted: '' }
  return { text: head, quoted: text.trim().slice(head.length).trim() }
}

function picturesOf(attachments: Attachment[]): ItemMessage['pictures'] {
  let left = MOST_PICTURES_BYTES
  return attachments.flatMap(({ contentId, type, content }) => {
    if (!contentId || !shown.includes(type) || content.byteLength * BASE64_GROWTH > left) return []
    left -= content.byteLength * BASE64_GROWTH
    return [{ contentId, dataUrl: `data:${type};base64,${Buffer.from(content).toString('base64')}` }]
  })
}
