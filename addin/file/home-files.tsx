import { listChangedContractors, listPinnedContractors } from '../../shared/files-at-hand.ts'
import { listRecentContractors } from '../../shared/heads.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useLive } from '../app/use-live.ts'

/** So many new items of a file are counted. */
const MOST_COUNTED = 100

/** The files that the reader keeps at hand, where something came since he looked, and where he was lately; each only when there are any. */
export function HomeFiles() {
  const { home, hand } = useAppText()
  const { host } = useSurroundings()
  const pinned = useAnswer('pinned contractors', () => call(host, listPinnedContractors))
  const changed = useAnswer('changed contractors', () => call(host, listChangedContractors))
  const recent = useAnswer('recent contractors', () => call(host, listRecentContractors))
  useLive(event => event.type === 'item' || event.type === 'gone', changed.ask)
  return (
    <>
      <Files id="pinned-files" title={hand.pinned} files={pinned.value?.items} />
      <Files
        id="changed-files"
        title={hand.changed}
        files={changed.value?.items.map(({ amount, ...file }) => ({
          ...file,
          more: hand.amount(amount, MOST_COUNTED),
        }))}
      />
      <Files id="recent" title={home.recent} files={recent.value?.items} />
    </>
  )
}

interface FilesProps {
  id: string
  title: string
  files: { id: string; name: string; more?: string }[] | undefined
}

function Files({ id, title, files = [] }: FilesProps) {
  if (files.length === 0) return null
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="chips" aria-labelledby={id}>
        {files.map(file => (
          <li key={file.id}>
            <a class="chip" href={contractorLink(file.id)}>
              {file.name} {file.more && <span class="chip-amount">{file.more}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
