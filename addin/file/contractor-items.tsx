import type { Contractor } from '../../shared/contractor.ts'
import type { RelatedContractor } from '../../shared/contractor-relation.ts'
import { exportTimeline } from '../../shared/export.ts'
import { countFinds } from '../../shared/finding.ts'
import { lookAtFile } from '../../shared/heads.ts'
import { readTimeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { type ListFilter, questionOf } from '../app/list-filter.ts'
import { linkTo, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { rewriteAddress } from '../app/visit.ts'
import { type KindGroup, useKindsOf } from '../ui/kind-icon.tsx'
import { Empty } from './empty.tsx'
import { ItemsPanel } from './items-panel.tsx'
import { ListExport } from './list-export.tsx'
import { UploadFiles } from './upload-files.tsx'
import { useFormerLook } from './use-former-look.ts'

/** The groups of kinds that each tab of a file lists; null for all. */
const groupsOfTab = {
  timeline: null,
  documents: ['mail', 'document'],
  activities: ['activity'],
} satisfies Partial<Record<string, KindGroup[] | null>>

interface ContractorItemsProps extends PageProps<'contractor'> {
  tab: keyof typeof groupsOfTab
  contractor: Contractor
  related: RelatedContractor[]
}

/** A list of a contractor's file: everything, everything in writing, or what was done. The filter stands in the address, to be shared and returned to. */
export function ContractorItems({ page, tab, contractor, related }: ContractorItemsProps) {
  const text = useAppText()
  const { host } = useSurroundings()
  const { contractorId, filter } = page
  const before = useFormerLook(contractorId, () => call(host, lookAtFile, { params: { contractorId } }))
  const kinds = groupsOfTab[tab]?.flatMap(useKindsOf()) ?? null
  const wide = filter.related ? { related: true } : {}
  const list = useList(
    `timeline ${linkTo({ ...page, filter: { ...filter, group: '' } })} ${filter.isNew ? (before ?? '') : ''}`,
    wanted =>
      call(host, readTimeline, {
        params: { contractorId },
        querystring: { ...questionOf(filter, kinds, before ?? null), ...wide, ...wanted },
      }),
  )
  const files = [contractorId, ...(filter.related ? related.map(one => one.id) : [])]
  const isOfThese = (id: string | undefined) => id !== undefined && files.includes(id)
  useLiveList(list, event => isOfThese(event.contractorId) || list.rows.some(row => row.id === event.itemId))
  const narrow = (change: Partial<ListFilter>) => rewriteAddress(linkTo({ ...page, filter: { ...filter, ...change } }))
  const words = {
    timeline: { ...text.timeline, title: text.contractor.timeline, search: text.contractor.search },
    documents: text.documents,
    activities: { ...text.activities, emptyTitle: text.timeline.emptyTitle },
  }[tab]
  return (
    <>
      {contractor.may.change && tab !== 'activities' && (
        <UploadFiles contractorId={contractorId} onArrived={list.renewOrAsk} />
      )}
      <ItemsPanel
        contractorId={contractorId}
        title={words.title}
        search={words.search}
        list={list}
        filter={filter}
        onFilter={narrow}
        people={contractor.people}
        lookedAt={before}
        hasRelated={related.length > 0}
        onCount={wanted => {
          const { q = '', ...where } = questionOf(wanted, kinds, before ?? null)
          return call(host, countFinds, { querystring: { ...where, q, contractorId } })
        }}
        {...(kinds && { kinds })}
        tools={
          <ListExport
            path={pathOf(exportTimeline, {
              params: { contractorId },
              querystring: { ...questionOf(filter, kinds, before ?? null), ...wide },
            })}
          />
        }
        empty={<Empty heading={words.emptyTitle}>{words.empty}</Empty>}
      />
    </>
  )
}
