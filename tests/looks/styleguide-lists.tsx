import { useState } from 'preact/hooks'
import { noFilter } from '../../addin/app/list-filter.ts'
import type { List } from '../../addin/app/use-list.ts'
import { InvoiceCard } from '../../addin/file/invoice-card.tsx'
import { ItemList } from '../../addin/file/item-list.tsx'
import { KindChips } from '../../addin/file/kind-chips.tsx'
import { NothingFits } from '../../addin/file/nothing-fits.tsx'
import { SearchShares } from '../../addin/file/search-shares.tsx'
import { WaitingClock } from '../../addin/ui/waiting-clock.tsx'
import type { Invoice } from '../../shared/invoice.ts'
import type { ItemRow } from '../../shared/item.ts'
import type { Kind } from '../../shared/kind.ts'
import { buildRow, shelves } from '../addin/pane/build-lookup.ts'
import { Shelf } from './styleguide-parts.tsx'

const nothing = () => undefined
const span = { start: 0, end: 7 }
const rows: ItemRow[] = [
  buildRow({
    id: '1',
    title: 'Potwierdzenie terminu dostawy regałów do Radomia',
    hasAttachment: true,
    cases: [shelves],
  }),
  buildRow({ id: '2', kind: 'mail-out', title: 'Re: Potwierdzenie terminu dostawy' }),
  buildRow({
    id: '3',
    kind: 'invoice',
    title: 'Faktura FV 7/2026, 1 230,00 zł, termin 14.12.2026',
    who: '',
    cases: [shelves],
  }),
  buildRow({
    id: '4',
    title: 'Faktura do zamówienia',
    found: { title: [span], who: [], text: 'Faktura w załączeniu, proszę o potwierdzenie.', marks: [span] },
  }),
  buildRow({ id: '5', kind: 'task', title: 'Oddzwonić', who: '', occurredAt: '2020-01-01T00:00:00.000Z' }),
]
const listOf = (part: Partial<List<ItemRow>>): List<ItemRow> => ({
  state: 'ready',
  rows,
  isStale: false,
  failure: undefined,
  hasMore: false,
  isAdding: false,
  more: nothing,
  ask: nothing,
  renew: nothing,
  renewOrAsk: nothing,
  ...part,
})
const threads = new Map([
  ['1', 'wątek'],
  ['2', 'wątek'],
])
const share = (name: string, amount: number) => ({ id: name, name, amount })
const counts = {
  amount: 1_000,
  isMore: true,
  kinds: { 'mail-in': 600, invoice: 12 },
  contractors: [share('Hurtownia Kowal', 700), share('Tartak Borek Jan Borek i Synowie spółka jawna', 300)],
  cases: [share('2026/0017 Dostawa regałów', 41)],
  people: [share('Anna Kowal', 12)],
  years: { 2025: 300, 2026: 700 },
}

const invoice: Invoice = {
  schema: 'FA(3)',
  number: 'FV/7/2026',
  sellerNip: '5213017228',
  sellerName: 'Hurtownia Kowal',
  buyerNip: null,
  buyerName: 'Nasza Firma S.A.',
  issuedOn: '2026-11-02',
  dueOn: '2026-11-16',
  currency: 'PLN',
  net: '1000.00',
  vat: '230.00',
  gross: '1230.00',
  corrects: null,
}

/** Lists in all their states, and what stands beside them. */
export function Lists() {
  const [chosen, setChosen] = useState<Kind[]>(['invoice'])
  const ticked = { isOn: true, ids: new Set(['2']), start: nothing, end: nothing, toggle: nothing, put: nothing }
  return (
    <>
      <Shelf title="KindChips">
        <KindChips chosen={chosen} onChosen={setChosen} amounts={counts.kinds} />
      </Shelf>
      <Shelf title="ItemList">
        <ItemList label="rows" list={listOf({ hasMore: true })} empty={null} lookedAt="2020-06-01T10:00:00.000Z" />
        <ItemList label="ticked rows" list={listOf({})} empty={null} selection={ticked} />
        <ItemList label="by case" list={listOf({})} empty={null} group="case" />
        <ItemList label="by conversation" list={listOf({})} empty={null} group="thread" threads={threads} />
        <ItemList label="waiting" list={listOf({ state: 'waiting', rows: [] })} empty={null} />
        <ItemList label="empty" list={listOf({ rows: [] })} empty={<NothingFits onClear={nothing} />} />
        <ItemList label="failed" list={listOf({ state: 'failed', failure: 'unavailable' })} empty={null} />
      </Shelf>
      <Shelf title="InvoiceCard">
        <InvoiceCard invoice={invoice} />
      </Shelf>
      <Shelf title="WaitingClock">
        <p>
          <WaitingClock waiting={{ who: 'us', since: new Date().toISOString(), itemId: '1' }} />
        </p>
        <p>
          <WaitingClock waiting={{ who: 'them', since: '2026-01-01T00:00:00.000Z', itemId: '1' }} />
        </p>
      </Shelf>
      <Shelf title="SearchShares">
        <SearchShares
          page={{ name: 'search', q: noFilter.q, contractorId: 'Hurtownia Kowal' }}
          answer={{ state: 'ready', value: counts, failure: undefined, ask: nothing, put: nothing }}
          onNarrow={nothing}
        />
      </Shelf>
    </>
  )
}
