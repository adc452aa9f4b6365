import { changeCase, readCase } from '../../shared/case-file.ts'
import { exportCaseTimeline } from '../../shared/export.ts'
import { countFinds } from '../../shared/finding.ts'
import { lookAtCase, readCaseHeads } from '../../shared/heads.ts'
import { readCaseTimeline } from '../../shared/item.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { Answered } from '../app/answered.tsx'
import { type ListFilter, noFilter, questionOf } from '../app/list-filter.ts'
import { caseTabs, linkTo, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useList } from '../app/use-list.ts'
import { useLive, useLiveList } from '../app/use-live.ts'
import { rewriteAddress } from '../app/visit.ts'
import { useKindsOf } from '../ui/kind-icon.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseParties } from './case-parties.tsx'
import { CaseTop } from './case-top.tsx'
import { Empty } from './empty.tsx'
import type { Choice } from './filter-fields.tsx'
import { Heads } from './heads.tsx'
import { ItemsPanel } from './items-panel.tsx'
import { ListExport } from './list-export.tsx'
import { OpenTasks } from './open-tasks.tsx'
import { PageTabs } from './page-tabs.tsx'
import { PlaceAccess } from './place-access.tsx'
import { askCaseSeen } from './place-seen.ts'
import { PlaceViewersButton } from './place-viewers-button.tsx'
import { UploadFiles } from './upload-files.tsx'
import { useFormerLook } from './use-former-look.ts'
import './file.css'

type CaseAnswer = Output<typeof readCase>

/** A case: what it is, whether it is open, and its timeline, documents, tasks, parties and access. */
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
          <div class="column">
            <PageTabs
              tabs={caseTabs}
              tab={page.tab}
              onTab={tab => rewriteAddress(linkTo({ ...page, tab, filter: noFilter }))}
            >
              <TabContent key={page.tab} page={page} caseFile={caseFile} onChanged={answer.ask} />
            </PageTabs>
          </div>
        </div>
      )}
    </Answered>
  )
}

interface TabContentProps extends PageProps<'case'> {
  caseFile: CaseAnswer
  onChanged: () => void
}

function TabContent({ page, caseFile, onChanged }: TabContentProps) {
  const { placeViewers } = useAppText()
  const { host } = useSurroundings()
  const { id: caseId, contractorId, may } = caseFile
  if (page.tab === 'tasks') {
    return <OpenTasks contractorId={contractorId} caseId={caseId} mayAdd={may.change && caseFile.closedAt === null} />
  }
  if (page.tab === 'parties') return <CaseParties caseFile={caseFile} onChanged={onChanged} />
  if (page.tab === 'access') {
    return (
      <PlaceAccess contractorId={contractorId} caseId={caseId} viewers={caseFile.audience} mayAsk={may.change}>
        {may.changeAudience && (
          <PlaceViewersButton
            title={placeViewers.caseTitle}
            viewers={caseFile.audience}
            inherits={caseFile.inherits}
            onAsk={() => askCaseSeen(host, caseId)}
            onSave={async (audience, was) => {
              await call(host, changeCase, { params: { caseId }, body: { audience, was } })
              onChanged()
            }}
          />
        )}
      </PlaceAccess>
    )
  }
  return (
    <CaseItems
      page={page}
      contractorId={contractorId}
      people={peopleOf(caseFile)}
      isOpen={caseFile.closedAt === null}
    />
  )
}

/** The contact people of the parties; among several parties, with whose each is. */
function peopleOf({ people, parties }: CaseAnswer): Choice[] {
  const partyOf = (id: string) => parties.find(party => party.id === id)?.name
  return people.map(({ id, name, contractorId }) => ({
    id,
    name: parties.length > 1 ? `${name} (${partyOf(contractorId)})` : name,
  }))
}

interface CaseItemsProps extends PageProps<'case'> {
  contractorId: string
  people: Choice[]
  isOpen: boolean
}

function CaseItems({ page, contractorId, people, isOpen }: CaseItemsProps) {
  const text = useAppText()
  const { host } = useSurroundings()
  const { caseId, tab } = page
  const { filter } = page
  const before = useFormerLook(caseId, () => call(host, lookAtCase, { params: { caseId } }))
  const kindsOf = useKindsOf()
  const kinds = tab === 'documents' ? [...kindsOf('mail'), ...kindsOf('document')] : null
  const heads = useAnswer(`heads ${caseId}`, () => call(host, readCaseHeads, { params: { caseId } }))
  const question = (wanted: ListFilter) => questionOf(wanted, kinds, before ?? null)
  const list = useList(
    `timeline ${linkTo({ ...page, filter: { ...filter, group: '' } })} ${filter.isNew ? (before ?? '') : ''}`,
    wanted => call(host, readCaseTimeline, { params: { caseId }, querystring: { ...question(filter), ...wanted } }),
  )
  // A case may lie in the files of several contractors, so any item may be one of its.
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  useLive(event => event.type === 'item' || event.type === 'gone', heads.ask)
  const narrow = (change: Partial<ListFilter>) => rewriteAddress(linkTo({ ...page, filter: { ...filter, ...change } }))
  return (
    <>
      {tab === 'timeline' && <Heads answer={heads} />}
      {isOpen && <UploadFiles contractorId={contractorId} caseId={caseId} onArrived={list.renewOrAsk} />}
      <ItemsPanel
        contractorId={contractorId}
        title={tab === 'documents' ? text.documents.title : text.contractor.timeline}
        search={tab === 'documents' ? text.documents.search : text.caseMore.search}
        list={list}
        filter={filter}
        onFilter={narrow}
        people={people}
        lookedAt={before}
        {...(kinds && { kinds })}
        tools={<ListExport path={pathOf(exportCaseTimeline, { params: { caseId }, querystring: question(filter) })} />}
        ofCase={caseId}
        onCount={wanted => {
          const { q = '', ...where } = question(wanted)
          return call(host, countFinds, { querystring: { ...where, q, caseId } })
        }}
        empty={<Empty heading={text.caseFile.emptyTitle}>{text.caseFile.empty}</Empty>}
      />
    </>
  )
}
