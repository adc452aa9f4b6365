import { Inbox, PinOff } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { type ContractorRow, readContractor } from '../../shared/contractor.ts'
import { readTriageGroups } from '../../shared/triage.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { PageLink } from '../ui/page-link.tsx'
import { useHost } from './host-context.ts'
import { readFiles, unpinFile } from './kept-files.ts'

const MOST_GROUPS = 200

/** How much mail waits for the user's decision, and the way there. */
export function WaitingMail() {
  const text = useText().hand
  const host = useHost()
  const [waiting, setWaiting] = useState<{ amount: number; isMore: boolean } | null>(null)
  useEffect(() => {
    call(host, readTriageGroups, { querystring: { limit: MOST_GROUPS } }).then(
      ({ items, next }) =>
        setWaiting({ amount: items.reduce((sum, group) => sum + group.amount, 0), isMore: next !== null }),
      () => undefined,
    )
  }, [host])
  if (!waiting || waiting.amount === 0) return null
  return (
    <PageLink path="/#/triage" class="waiting">
      <Icon shape={Inbox} />
      {text.triage(waiting.amount, waiting.isMore)}
    </PageLink>
  )
}

/** The files that the user has pinned, and those that he looked at lately. */
export function FilesAtHand() {
  const text = useText().hand
  const host = useHost()
  const [files, setFiles] = useState<{ pinned: ContractorRow[]; recent: ContractorRow[] } | null>(null)
  const read = () => void readBoth(host).then(setFiles)
  useEffect(read, [host])
  if (!files) return null
  const unpin = (id: string) => void unpinFile(host.storage, id).then(read)
  return (
    <>
      <Files heading={text.pinned} files={files.pinned} onUnpin={unpin} />
      <Files heading={text.recent} files={files.recent} />
    </>
  )
}

type FilesProps = { heading: string; files: ContractorRow[]; onUnpin?: (id: string) => void }

function Files({ heading, files, onUnpin }: FilesProps) {
  const text = useText().hand
  if (files.length === 0) return null
  return (
    <section class="part" aria-label={heading}>
      <h3>{heading}</h3>
      <ul class="files">
        {files.map(({ id, name, city }) => (
          <li key={id} class="line">
            <PageLink path={`/#/contractors/${id}`} class="cut" title={name}>
              {name}
            </PageLink>
            <span class="small faint cut">{city}</span>
            {onUnpin && (
              <Button
                look="bare"
                icon={PinOff}
                aria-label={`${text.unpin}: ${name}`}
                title={text.unpin}
                onClick={() => onUnpin(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function readBoth(host: MailHost) {
  const { pinned, recent } = await readFiles(host.storage)
  const rows = new Map<string, ContractorRow>()
  // A file that is gone, or no longer open to this user, is left out as if it had never been.
  const read = async (contractorId: string) => {
    const row = await call(host, readContractor, { params: { contractorId } }).catch(() => null)
    if (row) rows.set(contractorId, row)
  }
  await Promise.all([...new Set([...pinned, ...recent])].map(read))
  const known = (ids: string[]) => ids.flatMap(id => rows.get(id) ?? [])
  return { pinned: known(pinned), recent: known(recent.filter(id => !pinned.includes(id))) }
}
