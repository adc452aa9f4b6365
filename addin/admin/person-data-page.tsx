import { useState } from 'preact/hooks'
import { type FoundPerson, findPeople } from '../../shared/person-data.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { AdminOnly } from './admin-only.tsx'
import { ErasureList } from './erasure-list.tsx'
import { PersonReportPart } from './person-report.tsx'
import '../file/file.css'
import '../file/entry-list.css'
import './filing-settings.css'
import './person-data.css'

const SHORTEST = 3

/** What there is of one person, for whoever must answer her. */
export function PersonDataPage() {
  return (
    <AdminOnly>
      <PersonData />
    </AdminOnly>
  )
}

function PersonData() {
  const text = useAdminText().personData
  const [address, setAddress] = useState<string>()
  const [asked, setAsked] = useState(0)
  // Nothing of who was erased stays on the page.
  function handleErased() {
    setAddress(undefined)
    setAsked(before => before + 1)
  }
  return (
    <div class="page narrow settings-page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="lead">{text.lead}</p>
        </div>
      </div>
      <PersonSearch key={`search ${asked}`} onChosen={setAddress} />
      {address && <PersonReportPart key={address} address={address} onErased={handleErased} />}
      <ErasureList asked={asked} />
    </div>
  )
}

function PersonSearch({ onChosen }: { onChosen: (address: string) => void }) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const [query, setQuery] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [found, setFound] = useState<{ items: FoundPerson[]; isMore: boolean }>()
  const isShort = query.trim().length < SHORTEST
  const deed = useDeed(async () => setFound(await call(host, findPeople, { body: { query: query.trim() } })))
  return (
    <div class="person-part">
      <form
        class="form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          setIsChecked(true)
          if (!isShort) deed.run()
        }}
      >
        <TextField
          label={text.query}
          hint={text.queryHint}
          failure={isChecked && isShort ? text.queryHint : undefined}
          value={query}
          type="search"
          autocomplete="off"
          maxLength={320}
          onValue={setQuery}
        />
        <div class="buttons">
          <Button type="submit" look="primary" busy={deed.isBusy}>
            {text.search}
          </Button>
        </div>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </form>
      {found && <Candidates found={found} onChosen={onChosen} />}
    </div>
  )
}

interface CandidatesProps {
  found: { items: FoundPerson[]; isMore: boolean }
  onChosen: (address: string) => void
}

function Candidates({ found: { items, isMore }, onChosen }: CandidatesProps) {
  const text = useAdminText().personData
  return (
    <>
      <h2 id="found-people">{text.foundTitle}</h2>
      {items.length === 0 && <p role="status">{text.nobody}</p>}
      {items.length > 0 && (
        <ul class="entry-list" aria-labelledby="found-people">
          {items.map(({ address, name, sources }) => (
            <li key={address}>
              <div class="entry-facts">
                <strong>{name || address}</strong>
                <span>{address}</span>
                <span class="small faint">{sources.map(source => text.sources[source]).join(', ')}</span>
              </div>
              <Button aria-label={text.chooseFor(address)} onClick={() => onChosen(address)}>
                {text.choose}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isMore && <p class="faint">{text.more}</p>}
    </>
  )
}
