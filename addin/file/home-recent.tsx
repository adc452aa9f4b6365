import { listRecentContractors } from '../../shared/heads.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'

/** The files that the reader was in lately; nothing when there are none. */
export function HomeRecent() {
  const text = useAppText().home
  const { host } = useSurroundings()
  const answer = useAnswer('recent contractors', () => call(host, listRecentContractors))
  const rows = answer.value?.items ?? []
  if (rows.length === 0) return null
  return (
    <section class="section" aria-labelledby="recent">
      <h2 id="recent">{text.recent}</h2>
      <ul class="chips" aria-labelledby="recent">
        {rows.map(row => (
          <li key={row.id}>
            <a class="chip" href={contractorLink(row.id)}>
              {row.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
