import type { ComponentChildren } from 'preact'
import type { Mailbox } from '../../shared/mailbox.ts'
import { useAdminText } from '../app/surroundings.ts'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'

interface MailboxFactsProps {
  mailbox: Mailbox
}

/** The figures of a mailbox; those about trouble only when there is some. */
export function MailboxFacts({ mailbox }: MailboxFactsProps) {
  const text = useAdminText().mailboxes
  const language = useLanguage()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(language)
  const { lastSyncAt, waitingSince, stored, remaining, unfiledShare, failures } = mailbox
  return (
    <dl class="health-facts">
      <Fact name={text.lastSync}>{lastSyncAt ? <Moment at={lastSyncAt} /> : text.never}</Fact>
      <Fact name={text.stored}>{number.format(stored)}</Fact>
      {remaining > 0 && <Fact name={text.remaining}>{number.format(remaining)}</Fact>}
      {waitingSince && (
        <Fact name={text.waitingSince}>
          <Moment at={waitingSince} />
        </Fact>
      )}
      <Fact name={text.unfiled}>{percent.format(unfiledShare)}</Fact>
      {failures.length > 0 && <Fact name={text.failures}>{failures.length}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
