import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, Clock, LoaderCircle, Mails } from 'lucide'
import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import type { SelectedMail } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import type { BulkResult } from './bulk-run.ts'
import { commonTitleOf } from './case-title.ts'
import { useHost } from './host-context.ts'
import { type SeveralPlace, SeveralPlaceFields } from './several-place.tsx'
import { useBulkFiling } from './use-bulk-filing.ts'

type SeveralMailsProps = { mails: SelectedMail[] }

/** Files all selected mails in one act and says of each how it went. */
export function SeveralMails({ mails }: SeveralMailsProps) {
  const { several: text, failure: failures, tryAgain } = useText()
  const host = useHost()
  const mayFile = host.readSelected !== undefined || host.whereabouts !== undefined
  const { results, left, isRunning, noCase, file } = useBulkFiling(mails)
  const [where, setWhere] = useState<'self' | 'one'>('self')
  const [chosen, setChosen] = useState<SeveralPlace>(() => placeOf(mails))
  const [isTitleMissing, setIsTitleMissing] = useState(false)
  const [form, focusFault] = useFaultyField()
  const choose = (part: Partial<SeveralPlace>) => setChosen(before => ({ ...before, ...part }))
  /** The results are those of others too, whose filing still goes on. */
  const wereTried = mails.some(({ id }) => results.has(id))

  function wordOf(): string {
    if (left.length === 0) return text.over
    if (!wereTried) return text.button(mails.length)
    return left.length < mails.length ? text.again(left.length) : tryAgain
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const { contractor, place, newTitle } = chosen
    const target = where === 'one' ? contractor : null
    const isUntitled = target !== null && place === 'new' && !newTitle.trim()
    setIsTitleMissing(isUntitled)
    if (isUntitled) return focusFault()
    if (!target) return void file(left, null)
    const name = place === 'new' ? `${target.name} · ${newTitle.trim()}` : target.name
    void file(left, { contractorId: target.id, place, newTitle, name, onCase: handleCase })
  }

  /** What is left goes there too. */
  function handleCase(opened: CaseFile) {
    choose({ place: `case:${opened.id}`, opened })
  }

  return (
    <div class="part stack">
      <div class="blank">
        <Icon shape={Mails} />
        <h2>{text.heading(mails.length)}</h2>
        <p class="faint">{mayFile ? text.hint : text.no}</p>
      </div>
      {mayFile && (
        <form ref={form} class="card stack" noValidate onSubmit={handleSubmit}>
          <Where where={where} onWhere={setWhere} />
          {where === 'one' && (
            <SeveralPlaceFields
              chosen={chosen}
              onChosen={choose}
              titleFailure={isTitleMissing && !chosen.newTitle.trim() ? text.titleMissing : undefined}
            />
          )}
          {noCase && !isRunning && <Notice heading={text.noCase}>{failures[noCase]}</Notice>}
          <Button
            type="submit"
            look="primary"
            wide
            busy={isRunning || left.length === 0 || (where === 'one' && !chosen.contractor)}
          >
            {isRunning && text.busy(mails.length - left.length, mails.length)}
            {!isRunning && wordOf()}
          </Button>
          {isRunning && !host.fileRest && <p class="small faint">{text.keepOpen}</p>}
        </form>
      )}
      {mayFile && <Results mails={mails} results={results} />}
    </div>
  )
}

function placeOf(mails: SelectedMail[]): SeveralPlace {
  const newTitle = commonTitleOf(mails.map(({ subject }) => subject))
  return { contractor: null, place: 'file', newTitle, opened: null }
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

type ResultsProps = { mails: SelectedMail[]; results: ReadonlyMap<string, BulkResult> }

/** How each of them fared. */
export function Results({ mails, results }: ResultsProps) {
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
  return (
    <span class="small why">
      {result.failure === 'no-source' ? text.several.unreadable : text.failure[result.failure]}
    </span>
  )
}
