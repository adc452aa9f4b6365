import { Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { readCase } from '../../shared/case-file.ts'
import { addParty, removeParty } from '../../shared/case-party.ts'
import { listContractors } from '../../shared/contractor.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { SearchField } from './search-field.tsx'

const MOST_FOUND = 8

interface CasePartiesProps {
  caseFile: Output<typeof readCase>
  onChanged: () => void
}

/** The contractors that a case concerns, and the way to add and remove one. */
export function CaseParties({ caseFile, onChanged }: CasePartiesProps) {
  const { caseMore: text } = useAppText()
  return (
    <section class="section" aria-labelledby="parties">
      <h2 id="parties">{text.parties}</h2>
      <ul class="task-rows" aria-labelledby="parties">
        {caseFile.parties.map(party => (
          <Party key={party.id} caseFile={caseFile} party={party} onChanged={onChanged} />
        ))}
      </ul>
      {caseFile.may.change && <NewParty caseFile={caseFile} onChanged={onChanged} />}
    </section>
  )
}

function Party({ caseFile, party, onChanged }: CasePartiesProps & { party: { id: string; name: string } }) {
  const { caseMore: text } = useAppText()
  const { host } = useSurroundings()
  const isFirst = party.id === caseFile.contractorId
  const deed = useDeed(async () => {
    await call(host, removeParty, { params: { caseId: caseFile.id, contractorId: party.id } })
    onChanged()
  })
  return (
    <li>
      <span />
      <div>
        <a href={contractorLink(party.id)}>{party.name}</a>
        {isFirst && <p class="small faint">{text.first}</p>}
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </div>
      {!isFirst && caseFile.may.change && (
        <Button look="bare" icon={Trash2} aria-label={text.remove(party.name)} busy={deed.isBusy} onClick={deed.run} />
      )}
    </li>
  )
}

function NewParty({ caseFile, onChanged }: CasePartiesProps) {
  const { caseMore: text } = useAppText()
  const { host } = useSurroundings()
  const [words, setWords] = useState('')
  const found = useAnswer(`party ${words}`, async () =>
    words ? call(host, listContractors, { querystring: { q: words, limit: MOST_FOUND } }) : { items: [], next: null },
  )
  const known = new Set(caseFile.parties.map(party => party.id))
  const rows = (found.value?.items ?? []).filter(row => !known.has(row.id))
  return (
    <>
      <SearchField label={text.add} words={words} onWords={setWords} />
      {rows.length > 0 && (
        <ul class="chips" aria-label={text.add}>
          {rows.map(row => (
            <li key={row.id}>
              <Candidate
                name={row.name}
                onChosen={async () => {
                  await call(host, addParty, { params: { caseId: caseFile.id, contractorId: row.id } })
                  setWords('')
                  onChanged()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {found.failure && <FailureNotice failure={found.failure} onRetry={found.ask} />}
    </>
  )
}

function Candidate({ name, onChosen }: { name: string; onChosen: () => Promise<void> }) {
  const deed = useDeed(onChosen)
  return (
    <>
      <button type="button" class="chip" onClick={deed.run}>
        {name}
      </button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
