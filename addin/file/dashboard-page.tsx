import { readCompanyTimeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { Empty } from './empty.tsx'
import { ItemList } from './item-list.tsx'
import './file.css'

/** What is new anywhere that the reader may see. */
export function DashboardPage() {
  const text = useAppText().dashboard
  const { host } = useSurroundings()
  const list = useList('company timeline', wanted => call(host, readCompanyTimeline, { querystring: wanted }))
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
      </div>
      <ItemList label={text.list} list={list} withContractor empty={<NothingYet />} />
    </div>
  )
}

function NothingYet() {
  const text = useAppText().dashboard
  return (
    <Empty heading={text.emptyTitle}>
      <p>{text.empty}</p>
      <a class="button" href={linkTo({ name: 'contractors', q: '' })}>
        {text.emptyAction}
      </a>
    </Empty>
  )
}
