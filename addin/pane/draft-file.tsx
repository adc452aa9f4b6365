import { useMemo } from 'preact/hooks'
import type { Draft, OpenMessage } from '../host/mail-host.ts'
import { MailFile } from './mail-file.tsx'

type DraftFileProps = { draft: Draft }

/** The file of those to whom a mail is being written, and the case that it is meant for. */
export function DraftFile({ draft }: DraftFileProps) {
  const { id, to, cc, bcc, subject } = draft
  const message = useMemo(() => asMessage(draft), [JSON.stringify({ id, to, cc, bcc, subject })])
  return <MailFile message={message} draft={draft} />
}

/** A draft as a question to the server: it has recipients and no sender yet. */
function asMessage({ id, to, cc, bcc, subject }: Draft): OpenMessage {
  const nothing = { messageId: null, sentAt: null, from: [], sender: [], replyTo: [], inReplyTo: null, references: [] }
  return { ...nothing, subject, to, cc: [...cc, ...bcc], draft: id }
}
