import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type ContractorRow, listContractors } from '../../shared/contractor.ts'
import { exportContractors } from '../../shared/list-export.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { contractorLink, linkTo, type PageProps } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { type List, useList } from '../app/use-list.ts'
import { go, rewriteAddress } from '../app/visit.ts'
import { Button } from '../ui/button.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { ContractorRows } from './contractor-rows.tsx'
import { Empty } from './empty.tsx'
import { keepSweep } from './kept-sweep.ts'
import { ListEnd } from './list-end.tsx'
import { ListExport } from './list-export.tsx'
import { NewContractorDialog } from './new-contractor-dialog.tsx'
import { SearchField } from './search-field.tsx'
import './file.css'

/** All contractors that the reader sees, by name, or those that fit what he types. */
export function ContractorsPage({ page }: PageProps<'contractors'>) {
  const { contractors: text, navigation } = useAppText()
  const { host, me } = useSurroundings()
  const [isCreating, setIsCreating] = useState(false)
  const list = useList(`contractors ${page.q}`, wanted =>
    call(host, listContractors, { querystring: { ...(page.q && { q: page.q }), ...wanted } }),
  )

  return (
    <div class="page">
      <div class="page-top">
        <PageHeading title={text.title} />
        <div class="buttons">
          <ListExport path={pathOf(exportContractors, { querystring: page.q ? { q: page.q } : {} })} />
          {me.isAdmin && <a href={linkTo({ name: 'contractor-import' })}>{navigation.contractorImport}</a>}
          <Button look="primary" icon={Plus} onClick={() => setIsCreating(true)}>
            {text.create}
          </Button>
        </div>
      </div>
      <SearchField
        label={text.search}
        placeholder={text.searchHint}
        words={page.q}
        onWords={q => rewriteAddress(linkTo({ name: 'contractors', q }))}
      />
      <Contractors q={page.q} list={list} />
      {isCreating && (
        <NewContractorDialog
          onClose={() => setIsCreating(false)}
          onCreated={(contractor, addresses) => {
            if (addresses.length > 0) keepSweep({ contractorId: contractor.id, addresses })
            go(contractorLink(contractor.id))
          }}
        />
      )}
    </div>
  )
}

interface ContractorsProps {
  q: string
  list: List<ContractorRow>
}

function Contractors({ q, list }: ContractorsProps) {
  const text = useAppText().contractors
  if (list.state === 'failed' && list.failure) return <FailureNotice failure={list.failure} onRetry={list.ask} />
  if (list.state === 'waiting') {
    return (
      <Late>
        <SkeletonRows rows={8} />
      </Late>
    )
  }
  if (list.rows.length === 0 && !list.isStale) {
    return <Empty heading={q ? text.noneFoundTitle : text.emptyTitle}>{q ? text.noneFound(q) : text.empty}</Empty>
  }
  return (
    <div class="list" aria-busy={list.isStale}>
      <ContractorRows label={q ? text.found(q) : text.list} rows={list.rows} />
      <ListEnd list={list} />
    </div>
  )
}
