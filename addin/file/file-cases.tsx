import { Lock, LockOpen, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type CaseFile, listCases } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { caseStates, type ListFilter } from '../app/list-filter.ts'
import { caseLink, linkTo, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { go, rewriteAddress } from '../app/visit.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { NewCaseDialog } from './later-dialogs.ts'
import { ListEnd } from './list-end.tsx'
import { NothingFits } from './nothing-fits.tsx'
import { SearchField } from './search-field.tsx'

/** The cases of a contractor, newest first: all, or those that are called so, open or closed. What narrows them stands in the address. */
export function FileCases({ page }: PageProps<'contractor'>) {
  const { caseList: text, contractor } = useAppText()
  const { host } = useSurroundings()
  const { contractorId, filter } = page
  const { q, caseState } = filter
  const [isCreating, setIsCreating] = useState(false)
  const list = useList(`cases ${contractorId} ${caseState} ${q}`, wanted =>
    call(host, listCases, {
      params: { contractorId },
      querystring: { ...(q && { q }), ...(caseState && { open: caseState === 'open' }), ...wanted },
    }),
  )
  useLiveList(list, event => event.type === 'case' && event.contractorId === contractorId)
  const narrow = (change: Partial<ListFilter>) => rewriteAddress(linkTo({ ...page, filter: { ...filter, ...change } }))
  const isNarrowed = q !== '' || caseState !== ''
  const isEmpty = list.state === 'ready' && list.rows.length === 0 && !list.isStale
  return (
    <section class="section" aria-labelledby="cases">
      <div class="section-top">
        <h2 id="cases">{text.title}</h2>
        {(isNarrowed || !isEmpty) && (
          <SearchField label={text.search} words={q} onWords={words => narrow({ q: words })} />
        )}
        <Button icon={Plus} onClick={() => setIsCreating(true)}>
          {contractor.createCase}
        </Button>
      </div>
      {(isNarrowed || !isEmpty) && (
        <Chips
          label={text.which}
          options={caseStates.map(value => ({ value, label: text.states[value] }))}
          value={caseState}
          onValue={value => narrow({ caseState: value })}
        />
      )}
      {isEmpty && !isNarrowed && <p class="faint">{text.none}</p>}
      {isEmpty && isNarrowed && <NothingFits onClear={() => narrow({ q: '', caseState: '' })} />}
      {list.rows.length > 0 && (
        <ul class="case-rows" aria-labelledby="cases" aria-busy={list.isStale}>
          {list.rows.map(caseFile => (
            <CaseRow key={caseFile.id} caseFile={caseFile} />
          ))}
        </ul>
      )}
      {list.state === 'waiting' ? (
        <Late>
          <SkeletonRows rows={4} />
        </Late>
      ) : (
        <ListEnd list={list} />
      )}
      {isCreating && (
        <NewCaseDialog
          contractorId={contractorId}
          onClose={() => setIsCreating(false)}
          onCreated={caseFile => go(caseLink(caseFile.id))}
        />
      )}
    </section>
  )
}

function CaseRow({ caseFile }: { caseFile: CaseFile }) {
  const text = useAppText().caseList
  const isOpen = caseFile.closedAt === null
  return (
    <li class="case-row">
      <span class="number faint">{caseFile.reference}</span>
      <a class="row-link" href={caseLink(caseFile.id)} title={caseFile.title}>
        {caseFile.title}
      </a>
      <span class="small faint">
        <span class={isOpen ? 'case-state good' : 'case-state'}>
          <Icon shape={isOpen ? LockOpen : Lock} />
          {isOpen ? text.open : text.closed}
        </span>{' '}
        <Moment at={caseFile.closedAt ?? caseFile.openedAt} />
      </span>
    </li>
  )
}
