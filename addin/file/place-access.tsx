import type { ComponentChildren } from 'preact'
import type { Viewer } from '../../shared/audience.ts'
import { explainPlace } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { SeerList } from '../ui/seer-list.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewerList } from './viewer-list.tsx'
import './access.css'

interface PlaceAccessProps {
  contractorId: string
  caseId?: string
  viewers: Viewer[]
  mayAsk: boolean
  /** The way to change it, for whoever may. */
  children: ComponentChildren
}

/** Who may see a file or case: the groups and people named, and everybody who sees it with the reason. */
export function PlaceAccess({ contractorId, caseId, viewers, mayAsk, children }: PlaceAccessProps) {
  const { contractor, seers: text } = useAppText()
  return (
    <>
      <section class="section" aria-labelledby="viewers">
        <div class="section-top">
          <h2 id="viewers">{contractor.viewers}</h2>
          {children}
        </div>
        <ViewerList viewers={viewers} />
      </section>
      {mayAsk && (
        <section class="section" aria-labelledby="seers">
          <h2 id="seers">{text.placeTitle}</h2>
          <p class="faint">{text.lead}</p>
          <Seers contractorId={contractorId} {...(caseId && { caseId })} />
        </section>
      )}
    </>
  )
}

function Seers({ contractorId, caseId }: Pick<PlaceAccessProps, 'contractorId' | 'caseId'>) {
  const { host } = useSurroundings()
  const answer = useAnswer(`seers of ${caseId ?? contractorId}`, () =>
    call(host, explainPlace, { params: { contractorId }, querystring: caseId ? { caseId } : {} }),
  )
  if (answer.failure) return <FailureNotice failure={answer.failure} onRetry={answer.ask} />
  return answer.value ? <SeerList seers={answer.value} /> : <Skeleton height="160px" />
}
