import { Lock } from 'lucide'
import { useState } from 'preact/hooks'
import { type Item, readItem, readItemViewers } from '../../shared/item.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { contractorLink, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { type Answer, useAnswer } from '../app/use-answer.ts'
import { useLive } from '../app/use-live.ts'
import { useKindWord } from '../ui/document-types.ts'
import { Icon } from '../ui/icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { ActivityCard } from './activity-card.tsx'
import { AttachmentTable } from './attachment-table.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { DocumentTextNotice } from './document-text-notice.tsx'
import { DocumentVersions } from './document-versions.tsx'
import { InvoiceCard, InvoiceFile } from './invoice-card.tsx'
import { ItemActions } from './item-actions.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemHeld } from './item-held.tsx'
import { ItemWarnings } from './item-warnings.tsx'
import { MadeActivities } from './made-activities.tsx'
import { MailActions } from './mail-actions.tsx'
import { MailBody } from './mail-body.tsx'
import { ActivityActions, TaskActions } from './task-actions.tsx'
import type { ViewersAnswer } from './viewers-answer.ts'
import './file.css'

/** One item: what it is, where it lies and why, who may see it, and what can be done with it. */
export function ItemPage({ page }: PageProps<'item'>) {
  const { host } = useSurroundings()
  const { itemId } = page
  const item = useAnswer(`item ${itemId}`, () => call(host, readItem, { params: { itemId } }))
  const viewers = useAnswer(`viewers ${itemId}`, () => call(host, readItemViewers, { params: { itemId } }))
  const [isGone, setIsGone] = useState(false)
  useLive(
    event => event.itemId === itemId || item.value?.activities?.some(made => made.itemId === event.itemId) === true,
    () => {
      item.ask()
      viewers.ask()
    },
  )

  // Once taken out, the item must not be asked for again while the reader is on his way elsewhere.
  if (isGone) return null
  return (
    <Answered answer={item}>
      {known => <KnownItem item={known} answer={item} viewers={viewers} onGone={() => setIsGone(true)} />}
    </Answered>
  )
}

interface KnownItemProps {
  item: Item
  answer: Answer<Item>
  viewers: ViewersAnswer
  onGone: () => void
}

function KnownItem({ item, answer, viewers, onGone }: KnownItemProps) {
  return (
    <div class="page with-aside">
      <ItemTop item={item} />
      <ItemActs item={item} answer={answer} viewers={viewers} onGone={onGone} />
      <ItemFacts
        item={item}
        viewers={viewers}
        onChanged={changed => {
          answer.put(changed)
          viewers.ask()
        }}
        onTaught={answer.ask}
        onGone={onGone}
      />
      <div class="column">
        {item.held && (
          <ItemHeld
            itemId={item.id}
            until={item.held.until}
            onDone={() => {
              answer.ask()
              viewers.ask()
            }}
          />
        )}
        <ItemWarnings marks={item.marks} />
        {item.textState && <DocumentTextNotice state={item.textState} />}
        <ItemContent item={item} answer={answer} />
      </div>
    </div>
  )
}

function ItemActs({ item, answer, viewers, onGone }: KnownItemProps) {
  const props = {
    item,
    viewers,
    onGone,
    onChanged: (changed: Item) => {
      answer.put(changed)
      viewers.ask()
    },
  }
  if (item.kind === 'mail-in' || item.kind === 'mail-out') return <MailActions {...props} onMade={answer.ask} />
  if (!item.activity) return <ItemActions {...props} />
  const ofActivity = { ...props, facts: item.activity, onEdited: answer.ask }
  return item.kind === 'task' ? <TaskActions {...ofActivity} /> : <ActivityActions {...ofActivity} />
}

/** What an item says, by its kind, and what came with it. */
function ItemContent({ item, answer }: Pick<KnownItemProps, 'item' | 'answer'>) {
  const text = useAppText().item
  const isMail = item.kind === 'mail-in' || item.kind === 'mail-out'
  const isDocument = isDocumentKind(item.kind)
  return (
    <>
      {item.activity && <ActivityCard item={item} facts={item.activity} onChanged={answer.ask} />}
      {item.activities && item.activities.length > 0 && (
        <MadeActivities activities={item.activities} contractorId={item.contractorId} />
      )}
      {isMail && <MailBody item={item} />}
      {item.invoice && <InvoiceCard invoice={item.invoice} />}
      {isDocument && <DocumentVersions documentId={item.objectId} mayFile={item.may.file} />}
      {isDocument && !item.invoice && <DocumentPreview item={item} />}
      {item.invoice && <InvoiceFile item={item} />}
      {item.snippet && !item.activity && !isMail && (
        <section class="section" aria-labelledby="snippet">
          <h2 id="snippet">{text.snippet}</h2>
          <p class="item-text">{item.snippet}</p>
        </section>
      )}
      {item.attachments.length > 0 && <AttachmentTable item={item} onItem={answer.put} />}
    </>
  )
}

interface ItemTopProps {
  item: Item
}

function ItemTop({ item }: ItemTopProps) {
  const text = useAppText().item
  const wordOf = useKindWord()
  const title = item.title || text.noTitle
  return (
    <header class="page-top">
      <div class="item-top">
        <KindIcon kind={item.kind} />
        <div>
          <p class="faint">
            <span aria-hidden="true">{wordOf(item.kind)}</span>
            {item.contractorId && item.contractorName && (
              <>
                <span aria-hidden="true"> · </span>
                <a href={contractorLink(item.contractorId)}>{item.contractorName}</a>
              </>
            )}
            <span class="item-when">
              {' · '}
              <Moment at={item.occurredAt} />
            </span>
            {item.confidential && ' '}
            {item.confidential && <ConfidentialMark />}
          </p>
          <PageHeading title={title} />
        </div>
      </div>
    </header>
  )
}

function ConfidentialMark() {
  const text = useAppText().readings
  return (
    <span class="case-state">
      <span aria-hidden="true">·</span> <Icon shape={Lock} />
      {text.confidential}
    </span>
  )
}
