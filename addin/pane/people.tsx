import { explainPlace } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import { useText } from '../ui/language.ts'
import { SeerList } from '../ui/seer-list.tsx'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'

/** Every person who will see what is filed there, asked for when it is wanted. */
export function People({ contractorId, caseId }: { contractorId: string; caseId: string | null }) {
  const text = useText()
  const host = useHost()
  const querystring = caseId ? { caseId } : {}
  const { value, failure } = useAsked(
    () => call(host, explainPlace, { params: { contractorId }, querystring }),
    [host, contractorId, caseId],
  )

  if (failure) return <p role="alert">{text.failure[failure]}</p>
  if (!value) return <p>{text.loading}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard.
    <section tabIndex={0} aria-label={text.seers.list}>
      <SeerList seers={value} />
    </section>
  )
}
