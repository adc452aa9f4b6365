import {
  type BlockedAddress,
  blockAddress,
  listBlockedAddresses,
  unblockAddress,
} from '../../shared/blocked-address.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { AddressList } from './address-list.tsx'
import { everyPage } from './every-page.ts'
import '../file/file.css'
import './filing-settings.css'

/** Whose mail is left out: one's own list, and the company's, which administrators keep. */
export function BlockListPage() {
  const text = useAdminText().blockList
  const { host, me } = useSurroundings()
  const blocked = useAnswer('block-list', () =>
    everyPage(wanted => call(host, listBlockedAddresses, { querystring: wanted })),
  )
  return (
    <Answered answer={blocked}>
      {items => (
        <div class="page narrow settings-page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
              <p>
                <a href={`${linkTo({ name: 'triage' })}?view=left-out`}>{text.leftOut}</a>
              </p>
            </div>
          </div>
          <Scoped scope="personal" items={items} mayChange onChanged={blocked.ask} />
          <Scoped scope="company" items={items} mayChange={me.isAdmin} onChanged={blocked.ask} />
        </div>
      )}
    </Answered>
  )
}

interface ScopedProps {
  scope: BlockedAddress['scope']
  items: BlockedAddress[]
  mayChange: boolean
  onChanged: () => void
}

function Scoped({ scope, items, mayChange, onChanged }: ScopedProps) {
  const text = useAdminText().blockList
  const { host } = useSurroundings()
  const isPersonal = scope === 'personal'
  const own = items.filter(one => one.scope === scope)

  async function add(address: string) {
    const added = await call(host, blockAddress, { body: { address, scope } })
    onChanged()
    return added.address
  }

  async function remove(address: string) {
    const found = own.find(one => one.address === address)
    if (found) await call(host, unblockAddress, { params: { blockedId: found.id } })
    onChanged()
  }

  return (
    <section class="section" aria-labelledby={`blocked-${scope}`}>
      <div>
        <h2 id={`blocked-${scope}`}>{isPersonal ? text.personal : text.company}</h2>
        <p class="small faint">{isPersonal ? text.personalLead : text.companyLead}</p>
      </div>
      <AddressList
        label={isPersonal ? text.personal : text.company}
        rows={own.map(({ address }) => ({ address, mayRemove: mayChange }))}
        empty={isPersonal ? text.emptyPersonal : text.emptyCompany}
        onAdd={mayChange ? add : undefined}
        onRemove={remove}
      />
    </section>
  )
}
