import { CircleCheck, CirclePause, Copy, Pencil, Power, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { changeJournalAddress, type JournalAddress, removeJournalAddress } from '../../shared/journal-address.ts'
import type { User } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { copyText } from './copy-text.ts'
import { JournalDialog } from './journal-dialog.tsx'

interface JournalCardProps {
  address: JournalAddress
  users: User[]
  onChanged: () => void
}

/** One secret address: what it is for, how it is written, whether mail comes there. */
export function JournalCard({ address, users, onChanged }: JournalCardProps) {
  const text = useAdminText().journal
  const { me } = useSurroundings()
  const { label, kind, localPart, enabled, ownerId, lastReceivedAt, createdAt } = address
  const owner = users.find(user => user.id === ownerId)
  return (
    <li>
      <div class="health-top">
        <div>
          <h2>{label}</h2>
          <p class="small faint">
            {text.kinds[kind]}
            {owner && owner.id !== me.id && ` · ${text.owner(owner.name)}`}
          </p>
        </div>
        <p class={`health-state ${enabled ? 'live' : 'paused'}`}>
          <Icon shape={enabled ? CircleCheck : CirclePause} />
          {enabled ? text.on : text.off}
        </p>
      </div>
      <div>
        <p>
          <code class="secret-address">{localPart}@…</code>
        </p>
        <p class="small faint">{text.server}</p>
        {kind === 'bcc' && (
          <p class="small faint">
            {text.toCase} <code class="secret-address">{localPart}+2026-0017@…</code>
          </p>
        )}
      </div>
      <dl class="health-facts">
        <div>
          <dt>{text.last}</dt>
          <dd>{lastReceivedAt ? <Moment at={lastReceivedAt} /> : text.never}</dd>
        </div>
        <div>
          <dt>{text.createdAt}</dt>
          <dd>
            <Moment at={createdAt} />
          </dd>
        </div>
      </dl>
      <JournalActions address={address} onChanged={onChanged} />
    </li>
  )
}

function JournalActions({ address, onChanged }: Pick<JournalCardProps, 'address' | 'onChanged'>) {
  const text = useAdminText().journal
  const { host } = useSurroundings()
  const toast = useToast()
  const [isRenaming, setIsRenaming] = useState(false)
  const { id, label, localPart, enabled } = address
  const turn = useDeed(async () => {
    await call(host, changeJournalAddress, { params: { journalAddressId: id }, body: { enabled: !enabled } })
    toast({ message: enabled ? text.closed : text.opened })
    onChanged()
  })

  async function handleCopy() {
    await copyText(`${localPart}@`)
    toast({ message: text.copied })
  }

  function handleSaved() {
    setIsRenaming(false)
    toast({ message: text.renamed })
    onChanged()
  }

  return (
    <div class="buttons">
      <Button icon={Copy} aria-label={text.copyFor(label)} onClick={() => void handleCopy()}>
        {text.copy}
      </Button>
      <Button icon={Pencil} aria-label={text.renameFor(label)} onClick={() => setIsRenaming(true)}>
        {text.rename}
      </Button>
      <Button
        icon={Power}
        busy={turn.isBusy}
        aria-label={enabled ? text.closeFor(label) : text.openFor(label)}
        onClick={turn.run}
      >
        {enabled ? text.close : text.open}
      </Button>
      <RemoveAddress address={address} onChanged={onChanged} />
      {turn.failure && <FailureNotice failure={turn.failure} />}
      {isRenaming && <JournalDialog address={address} onClose={() => setIsRenaming(false)} onSaved={handleSaved} />}
    </div>
  )
}

function RemoveAddress({ address: { id, label }, onChanged }: Pick<JournalCardProps, 'address' | 'onChanged'>) {
  const text = useAdminText().journal
  const { host } = useSurroundings()
  const toast = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const remove = useDeed(async () => {
    await call(host, removeJournalAddress, { params: { journalAddressId: id } })
    setIsAsking(false)
    toast({ message: text.removed })
    onChanged()
  })
  return (
    <>
      <Button icon={Trash2} aria-label={text.removeFor(label)} onClick={() => setIsAsking(true)}>
        {text.remove}
      </Button>
      {isAsking && (
        <FormDialog title={text.removeTitle} button={text.remove} deed={remove} onClose={() => setIsAsking(false)}>
          <p>{text.removeLead(label)}</p>
        </FormDialog>
      )}
    </>
  )
}
