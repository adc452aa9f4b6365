import { useRef, useState } from 'preact/hooks'
import type { Kind } from '../../shared/kind.ts'
import { changeRetention, previewRetention, type Retention } from '../../shared/retention.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { ChoiceField } from './choice-field.tsx'

const offered = [6, 12, 24, 36, 60, 72, 120]
const YEAR = 12

interface RetentionFormProps {
  retention: Retention
  onSaved: (retention: Retention) => void
}

type Counts = { kind: string; expired: number; held: number }[]

/** Periods by kind, with a look at what they would erase, without which erasing is not switched on. */
export function RetentionForm({ retention, onSaved }: RetentionFormProps) {
  const { retention: text, save } = useAdminText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [months, setMonths] = useState(retention.months)
  const [isOn, setIsOn] = useState(retention.isOn)
  const [counts, setCounts] = useState<Counts>()
  const [isTooSoon, setIsTooSoon] = useState(false)
  const current = useRef(months)
  current.current = months
  const looking = useDeed(async () => {
    const { items } = await call(host, previewRetention, { body: { months } })
    // What was counted for other periods must not switch erasing on by these.
    if (current.current === months) setCounts(items)
  })
  const saving = useDeed(async () => {
    onSaved(await call(host, changeRetention, { body: { isOn, months } }))
    toast({ message: text.saved })
  })

  function change(kind: Kind, period: string) {
    const { [kind]: _before, ...rest } = months
    setMonths(period === '' ? rest : { ...rest, [kind]: Number(period) })
    setCounts(undefined)
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setIsTooSoon(isOn && !counts)
    if (!isOn || counts) saving.run()
  }

  return (
    <section class="section" aria-labelledby="periods">
      <div>
        <h2 id="periods">{text.periods}</h2>
        <p class="small faint">{text.periodsHint}</p>
      </div>
      <form class="form" onSubmit={handleSubmit} noValidate>
        <Periods months={months} known={retention.months} onPeriod={change} />
        <div class="buttons">
          <Button busy={looking.isBusy} onClick={looking.run}>
            {text.preview}
          </Button>
        </div>
        {looking.failure && <FailureNotice failure={looking.failure} />}
        {counts && <Preview counts={counts} />}
        <label class="check">
          <input type="checkbox" checked={isOn} onChange={event => setIsOn(event.currentTarget.checked)} />
          <span>{text.isOn}</span>
        </label>
        <p class="small">{text.final}</p>
        {isTooSoon && !counts && <Notice>{text.previewFirst}</Notice>}
        {saving.failure && <FailureNotice failure={saving.failure} />}
        <div class="buttons">
          <Button type="submit" look="primary" busy={saving.isBusy}>
            {save}
          </Button>
        </div>
      </form>
    </section>
  )
}

interface PeriodsProps {
  months: Retention['months']
  /** As they are in force. */
  known: Retention['months']
  onPeriod: (kind: Kind, period: string) => void
}

function Periods({ months, known, onPeriod }: PeriodsProps) {
  const text = useAdminText().retention
  const wordOf = useKindWord()
  const offeredKinds = useOfferedKinds()
  // A type that was hidden after it got a period is erased all the same.
  const kinds = [...new Set([...offeredKinds, ...(Object.keys({ ...known, ...months }) as Kind[])])]
  const wordOfPeriod = (number: number) => (number % YEAR === 0 ? text.years(number / YEAR) : text.months(number))
  return (
    <div class="retention-periods">
      {kinds.map(kind => {
        const set = months[kind]
        const periods = set === undefined || offered.includes(set) ? offered : [...offered, set]
        return (
          <ChoiceField
            key={kind}
            label={wordOf(kind)}
            options={[
              { value: '', label: text.forEver },
              ...periods.map(number => ({ value: String(number), label: wordOfPeriod(number) })),
            ]}
            value={String(set ?? '')}
            onValue={period => onPeriod(kind, period)}
          />
        )
      })}
    </div>
  )
}

function Preview({ counts }: { counts: Counts }) {
  const text = useAdminText().retention
  const wordOf = useKindWord()
  return (
    <div role="status">
      <strong>{counts.length === 0 ? text.previewNone : text.previewTitle}</strong>
      <ul class="merge-facts">
        {counts.map(({ kind, expired, held }) => (
          <li key={kind}>{text.previewOf(wordOf(kind), expired, held)}</li>
        ))}
      </ul>
    </div>
  )
}
