import type { Draft } from './mail-host.ts'
import { readMeant } from './meant-case.ts'
import { settled } from './office-call.ts'
import { recipientsOf } from './read-recipients.ts'

/** A draft that was never saved has no id of Outlook's. */
const drafts = new WeakMap<OfficeItem, string>()
let opened = 0
function idOf(item: OfficeItem): string {
  const known = drafts.get(item)
  if (known) return known
  opened += 1
  drafts.set(item, `${opened}`)
  return `${opened}`
}

/** What the pane has to know of a mail that is being written. */
export async function readDraft(item: OfficeItem): Promise<Draft> {
  const subject = item.subject
  const [to, cc, bcc, title, meant, attached] = await Promise.all([
    recipientsOf(item.to),
    recipientsOf(item.cc),
    recipientsOf(item.bcc),
    typeof subject === 'string' ? subject : settled<string>(done => subject.getAsync(done)),
    readMeant(item).catch(() => null),
    readAttached(item),
  ])
  return { id: idOf(item), to, cc, bcc, subject: title, meant, ...(attached.length > 0 && { attached }) }
}

async function readAttached(item: OfficeItem) {
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.8') || !item.getAttachmentsAsync) return []
  // A draft is shown also when what is attached, or what asks for it, does not come.
  return import('./draft-attachments.ts').then(({ attachedTo }) => attachedTo(item)).catch(() => [])
}
