import { useEffect, useState } from 'preact/hooks'
import { explainPlace, type Seers } from '../../shared/sharing.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useText } from '../ui/language.ts'
import { SeerList } from '../ui/seer-list.tsx'
import { useHost } from './host-context.ts'

/** Every person who will see what is filed there, asked for when it is wanted. */
export function People({ contractorId, caseId }: { contractorId: string; caseId: string | null }) {
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
