import { readCompanyTimeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { Empty } from './empty.tsx'
import { HomeFiles } from './home-files.tsx'
import { HomeTasks } from './home-tasks.tsx'
import { HomeTriage } from './home-triage.tsx'
import { ItemList } from './item-list.tsx'
import './file.css'

/** The first page: what the reader has to do, what waits for him, where he was, and what is new anywhere that he may see. */
export function DashboardPage() {
  const { dashboard: text, home } = useAppText()
  const { host } = useSurroundings()
  const list = useList('company timeline', wanted => call(host, readCompanyTimeline, { querystring: wanted }))
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{home.lead}</p>
        </div>
      </div>
      <div class="column">
        <HomeTriage />
        <HomeTasks />
        <HomeFiles />
        <section class="section" aria-labelledby="news">
          <h2 id="news">{home.news}</h2>
          <ItemList label={text.list} list={list} withContractor empty={<NothingYet />} />
        </section>
      </div>
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
