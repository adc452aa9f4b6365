import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, Clock, LoaderCircle, Mails } from 'lucide'
import { useState } from 'preact/hooks'
import type { SelectedMail } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import type { BulkResult } from './bulk-run.ts'
import { CasesOf } from './cases-of.tsx'
import type { Choice } from './choice.ts'
import { ContractorSearch } from './contractor-search.tsx'
import { useHost } from './host-context.ts'
import type { Place } from './place.ts'
import { isOver, useBulkFiling } from './use-bulk-filing.ts'

type SeveralMailsProps = { mails: SelectedMail[] }

/** Files all selected mails in one act and says of each how it went. */
export function SeveralMails({ mails }: SeveralMailsProps) {
  const text = useText().several
  const host = useHost()
  const mayFile = host.readSelected !== undefined || host.whereabouts !== undefined
  const { results, isRunning, file } = useBulkFiling(mails)
  const [where, setWhere] = useState<'self' | 'one'>('self')
  const [contractor, setContractor] = useState<Choice | null>(null)
  const [place, setPlace] = useState<Place>('file')
  const target = where === 'one' ? contractor : null
  const left = mails.filter(({ id }) => !isOver(results.get(id)))
  const isAgain = results.size > 0 && left.length < mails.length

  function wordOf(): string {
    if (left.length === 0) return text.over
    return isAgain ? text.again(left.length) : text.button(mails.length)
  }

  return (
    <div class="part stack">
      <div class="blank">
        <Icon shape={Mails} />
        <h2>{text.heading(mails.length)}</h2>
        <p class="faint">{mayFile ? text.hint : text.no}</p>
      </div>
      {mayFile && (
        <form
          class="card stack"
          onSubmit={event => {
            event.preventDefault()
            void file(left, target && { contractorId: target.id, place, name: target.name })
          }}
        >
          <Where where={where} onWhere={setWhere} />
          {where === 'one' && (
            <Target contractor={contractor} onContractor={setContractor} place={place} onPlace={setPlace} />
          )}
          <Button
            type="submit"
            look="primary"
            wide
            busy={isRunning || left.length === 0 || (where === 'one' && !contractor)}
          >
            {isRunning && text.busy(mails.length - left.length, mails.length)}
            {!isRunning && wordOf()}
          </Button>
        </form>
      )}
      {mayFile && <Results mails={mails} results={results} />}
    </div>
  )
}

type WhereProps = { where: 'self' | 'one'; onWhere: (where: 'self' | 'one') => void }

function Where({ where, onWhere }: WhereProps) {
  const text = useText().several
  return (
    <fieldset>
      <legend class="small faint">{text.where}</legend>
      {(['self', 'one'] as const).map(one => (
        <label key={one} class="check">
          <input type="radio" name="where" checked={where === one} onChange={() => onWhere(one)} />
          {one === 'self' ? text.bySelf : text.one}
        </label>
      ))}
    </fieldset>
  )
}

type TargetProps = {
  contractor: Choice | null
  onContractor: (contractor: Choice | null) => void
  place: Place
  onPlace: (place: Place) => void
}

function Target({ contractor, onContractor, place, onPlace }: TargetProps) {
  const text = useText().several
  if (!contractor)
    return <ContractorSearch label={text.contractor} takesFocus onPick={({ id, name }) => onContractor({ id, name })} />
  return (
    <>
      <p class="line">
        <span class="cut">{contractor.name}</span>
        <Button
          look="quiet"
          onClick={() => {
            onContractor(null)
            onPlace('file')
          }}
        >
          {text.change}
        </Button>
      </p>
      <CasesOf key={contractor.id} contractorId={contractor.id} place={place} onPlace={onPlace} />
    </>
  )
}

type ResultsProps = { mails: SelectedMail[]; results: ReadonlyMap<string, BulkResult> }

function Results({ mails, results }: ResultsProps) {
  const text = useText().several
  return (
    <section aria-label={text.results}>
      <ul class="bulk" aria-live="polite">
        {mails.map(({ id, subject }) => (
          <li key={id} data-fate={results.get(id)?.is}>
            <ResultIcon result={results.get(id)} />
            <span class="cut" title={subject}>
              {subject || text.untitled}
            </span>
            <ResultWord result={results.get(id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ResultIcon({ result }: { result: BulkResult | undefined }) {
  if (!result) return <Icon shape={CircleDashed} />
  if (result.is === 'filing') return <Icon shape={LoaderCircle} />
  if (result.is === 'filed') return <Icon shape={CircleCheck} />
  if (result.is === 'failed') return <Icon shape={CircleAlert} />
  return <Icon shape={result.is === 'leftOut' ? CircleMinus : Clock} />
}

function ResultWord({ result }: { result: BulkResult | undefined }) {
  const text = useText()
  if (result?.is === 'queued') return <span class="small faint">{text.queue.queued}</span>
  if (result?.is !== 'failed') return <span class="small faint">{text.several[result?.is ?? 'waiting']}</span>
  return <Notice>{result.failure === 'no-source' ? text.several.unreadable : text.failure[result.failure]}</Notice>
}
