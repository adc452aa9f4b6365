import { Eye } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Viewer } from '../../shared/audience.ts'
import { readCase } from '../../shared/case-file.ts'
import { explainPlace, type Seers } from '../../shared/sharing.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { listNames } from '../text/list-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { SeerList } from '../ui/seer-list.tsx'
import { useHost } from './host-context.ts'
import { caseIdOf, type Place } from './place.ts'

const MOST_NAMES = 4

type ViewersProps = { contractorId: string; place: Place; ofContractor: Viewer[] }

/** Who will see the message in the chosen place, before it is filed: at a glance, and opened person by person with the reasons. */
export function Viewers({ contractorId, place, ofContractor }: ViewersProps) {
  const text = useText()
  const language = useLanguage()
  const caseId = caseIdOf(place)
  const ofCase = useCaseViewers(caseId)
  const viewers = ofCase === 'none' ? ofContractor : ofCase
  const [isOpen, setIsOpen] = useState(false)
  const names = viewers?.map(({ name }) => name) ?? []
  const shown =
    names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), `+${names.length - MOST_NAMES + 1}`] : names
  return (
    <details class="viewers small faint" onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary title={text.seers.who}>
        <Icon shape={Eye} />
        {text.filing.viewers(names.length > 0 ? listNames(language, shown) : '…')}
      </summary>
      {isOpen && <People key={caseId} contractorId={contractorId} caseId={caseId} />}
    </details>
  )
}

/** Every person, asked for when it is wanted. */
function People({ contractorId, caseId }: { contractorId: string; caseId: string | null }) {
  const text = useText()
  const host = useHost()
  const [answer, setAnswer] = useState<Seers | FailureCode | null>(null)

  useEffect(() => {
    let current = true
    const querystring = caseId ? { caseId } : {}
    call(host, explainPlace, { params: { contractorId }, querystring }).then(
      seers => current && setAnswer(seers),
      (error: unknown) => current && setAnswer(failureOf(error)),
    )
    return () => {
      current = false
    }
  }, [host, contractorId, caseId])

  if (answer === null) return <p>{text.loading}</p>
  if (typeof answer === 'string') return <p role="alert">{text.failure[answer]}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard.
    <section tabIndex={0} aria-label={text.seers.list}>
      <SeerList seers={answer} />
    </section>
  )
}

/** A case may have a circle of its own; null while it is being asked for. */
function useCaseViewers(caseId: string | null): Viewer[] | null | 'none' {
  const host = useHost()
  const [answer, setAnswer] = useState<{ caseId: string; viewers: Viewer[] } | null>(null)

  useEffect(() => {
    if (!caseId) return
    let current = true
    call(host, readCase, { params: { caseId } }).then(
      ({ audience }) => current && setAnswer({ caseId, viewers: audience }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [host, caseId])

  if (!caseId) return 'none'
  return answer?.caseId === caseId ? answer.viewers : null
}
