import { readCase } from '../../shared/case-file.ts'
import { readCaseTimeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { linkTo, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useList } from '../app/use-list.ts'
import { useLive, useLiveList } from '../app/use-live.ts'
import { rewriteAddress } from '../app/visit.ts'
import { CaseFacts } from './case-facts.tsx'
import { CaseTop } from './case-top.tsx'
import { NothingFits } from './contractor-timeline.tsx'
import { Empty } from './empty.tsx'
import { ItemList } from './item-list.tsx'
import { KindChips } from './kind-chips.tsx'
import './file.css'

/** A case: what it is, whether it is open, who may see it, and everything in it. */
export function CasePage({ page }: PageProps<'case'>) {
  const { host } = useSurroundings()
  const { caseId } = page
  const answer = useAnswer(`case ${caseId}`, () => call(host, readCase, { params: { caseId } }))
  useLive(event => event.caseId === caseId, answer.ask)
  return (
    <Answered answer={answer}>
      {caseFile => (
        <div class="page with-aside">
          <CaseTop caseFile={caseFile} onChanged={changed => answer.put({ ...caseFile, ...changed })} />
          <CaseFacts caseFile={caseFile} onChanged={answer.ask} />
          <CaseTimeline page={page} />
        </div>
      )}
    </Answered>
  )
}

function CaseTimeline({ page }: PageProps<'case'>) {
  const text = useAppText()
  const { host } = useSurroundings()
  const { caseId, kinds } = page
  const list = useList(`timeline ${linkTo(page)}`, wanted =>
    call(host, readCaseTimeline, {
      params: { caseId },
      querystring: { ...(kinds.length > 0 && { kind: kinds }), ...wanted },
    }),
  )
  // A case may lie in the files of several contractors, so any item may be one of its.
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  const narrow = (chosen: typeof kinds) => rewriteAddress(linkTo({ ...page, kinds: chosen }))
  const nothingYet = <Empty heading={text.caseFile.emptyTitle}>{text.caseFile.empty}</Empty>
  return (
    <section class="column section" aria-labelledby="timeline">
      <h2 id="timeline">{text.contractor.timeline}</h2>
      {(kinds.length > 0 || list.state !== 'ready' || list.rows.length > 0) && (
        <KindChips chosen={kinds} onChosen={narrow} />
      )}
      <ItemList
        label={text.contractor.timeline}
        list={list}
        empty={kinds.length > 0 ? <NothingFits onClear={() => narrow([])} /> : nothingYet}
      />
    </section>
  )
}
