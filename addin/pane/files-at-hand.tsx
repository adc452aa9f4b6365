import { Inbox, PinOff } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { readContractor } from '../../shared/contractor.ts'
import { listRecentContractors } from '../../shared/heads.ts'
import { readTriageGroups } from '../../shared/triage.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { PageLink } from '../ui/page-link.tsx'
import { useBesideText } from './beside-text.ts'
import { useHost } from './host-context.ts'
import { keepSeen, readPins, readSeen, type SeenFile, type SeenFiles, unpinFile } from './kept-files.ts'

const MOST_GROUPS = 200
const MOST_RECENT = 8
const none: SeenFiles = { pinned: [], recent: [] }

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

/** The files that the user has pinned, and those that he looked at lately, here or anywhere else. */
export function FilesAtHand() {
  const text = useText().hand
  const away = useBesideText().away
  const host = useHost()
  const [files, setFiles] = useState<(SeenFiles & { isOld: boolean }) | null>(null)
  const read = () => void readBoth(host).then(setFiles)
  useEffect(read, [host])
  if (!files) return null
  const unpin = (id: string) => void unpinFile(host.storage, id).then(read)
  return (
    <>
      <Files heading={text.pinned} files={files.pinned} onUnpin={unpin} />
      <Files heading={text.recent} files={files.recent} {...(files.isOld && { hint: away })} />
    </>
  )
}

type FilesProps = { heading: string; files: SeenFile[]; onUnpin?: (id: string) => void; hint?: string }

function Files({ heading, files, onUnpin, hint }: FilesProps) {
  const text = useText().hand
  if (files.length === 0) return null
  return (
    <section class="part" aria-label={heading}>
      <h3>{heading}</h3>
      {hint && <p class="small faint">{hint}</p>}
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

/** What the server says; while it is away what it said last, without what was unpinned since. */
async function readBoth(host: MailHost): Promise<SeenFiles & { isOld: boolean }> {
  const pins = await readPins(host.storage)
  try {
    const { items } = await call(host, listRecentContractors)
    // A file that is gone, or no longer open to this user, is left out as if it had never been.
    const found = await Promise.all(
      pins.map(contractorId => call(host, readContractor, { params: { contractorId } }).catch(() => null)),
    )
    const files = {
      pinned: found.filter(row => row !== null),
      recent: items.filter(({ id }) => !pins.includes(id)).slice(0, MOST_RECENT),
    }
    await keepSeen(host.storage, files)
    return { ...files, isOld: false }
  } catch (error) {
    if (failureOf(error) !== 'offline' && failureOf(error) !== 'unavailable') return { ...none, isOld: false }
    const { pinned, recent } = await readSeen(host.storage)
    return { pinned: pinned.filter(({ id }) => pins.includes(id)), recent, isOld: true }
  }
}
