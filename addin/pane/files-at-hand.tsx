import { Inbox, PinOff } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { listPinnedContractors, pinContractor } from '../../shared/files-at-hand.ts'
import { listRecentContractors } from '../../shared/heads.ts'
import { readTriageGroups } from '../../shared/triage.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { PageLink } from '../ui/page-link.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBesideText } from './beside-text.ts'
import { useHost } from './host-context.ts'
import { keepSeen, readSeen, type SeenFile, type SeenFiles } from './kept-files.ts'

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
  const words = useText()
  const toast = useToast()
  const away = useBesideText().away
  const host = useHost()
  const [files, setFiles] = useState<(SeenFiles & { isOld: boolean }) | null>(null)
  const read = () => void readBoth(host).then(setFiles)
  useEffect(read, [host])
  if (!files) return null
  const unpin = (contractorId: string) =>
    void call(host, pinContractor, { params: { contractorId }, body: { pinned: false } }).then(read, (error: unknown) =>
      toast({ message: words.failure[failureOf(error)] }),
    )
  return (
    <>
      <Files heading={text.pinned} files={files.pinned} {...(!files.isOld && { onUnpin: unpin })} />
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

/** What the server says; while it is away what it said last. */
async function readBoth(host: MailHost): Promise<SeenFiles & { isOld: boolean }> {
  try {
    const [{ items: pinned }, { items }] = await Promise.all([
      call(host, listPinnedContractors),
      call(host, listRecentContractors),
    ])
    const recent = items.filter(({ id }) => !pinned.some(one => one.id === id)).slice(0, MOST_RECENT)
    await keepSeen(host.storage, { pinned, recent })
    return { pinned, recent, isOld: false }
  } catch (error) {
    if (failureOf(error) !== 'offline' && failureOf(error) !== 'unavailable') return { ...none, isOld: false }
    return { ...(await readSeen(host.storage)), isOld: true }
  }
}
