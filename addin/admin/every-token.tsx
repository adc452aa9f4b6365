import { useState } from 'preact/hooks'
import { endAnyToken, listEveryToken } from '../../shared/access-token.ts'
import { TokenTable } from '../account/token-table.tsx'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { ListEnd } from '../file/list-end.tsx'
import { SearchField } from '../file/search-field.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'

interface EveryTokenProps {
  /** Accounts count their tokens. */
  onEnded: () => void
}

/** The tokens of all users that still work: which program acts in whose name, and the way to stop it. */
export function EveryToken({ onEnded }: EveryTokenProps) {
  const text = useAdminText().everyToken
  const { host } = useSurroundings()
  const [q, setQ] = useState('')
  const list = useList(`every token ${q}`, wanted =>
    call(host, listEveryToken, { querystring: { ...(q && { q }), ...wanted } }),
  )
  async function end(tokenId: string) {
    await call(host, endAnyToken, { params: { tokenId } })
    // The row goes away with the button that has the focus.
    document.getElementById('every-token')?.focus()
    list.renewOrAsk()
    onEnded()
  }
  return (
    <section class="section">
      <h2 id="every-token" tabIndex={-1}>
        {text.title}
      </h2>
      <p class="faint">{text.lead}</p>
      <SearchField label={text.search} words={q} onWords={setQ} />
      {list.state === 'failed' && list.failure && <FailureNotice failure={list.failure} onRetry={list.ask} />}
      {list.state === 'waiting' && (
        <Late>
          <SkeletonRows rows={2} />
        </Late>
      )}
      {list.state === 'ready' && (
        <div aria-busy={list.isStale}>
          {list.rows.length === 0 && !list.isStale ? (
            <p role="status">{q ? text.noneOf(q) : text.none}</p>
          ) : (
            <TokenTable
              caption={text.title}
              tokens={list.rows}
              owner={text.owner}
              nameEnd={({ name, ownerName = '' }) => text.endNamed(name, ownerName)}
              onEnd={({ id }) => end(id)}
            />
          )}
          <ListEnd list={list} />
        </div>
      )}
    </section>
  )
}
