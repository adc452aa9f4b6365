import { X } from 'lucide'
import { useRef } from 'preact/hooks'
import { listCases } from '../../shared/case-file.ts'
import { readContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { countFilters, type Narrowing, noFilter, readDay } from '../app/list-filter.ts'
import { type Choice, FilterFields, FilterSelect, FilterTick } from '../file/filter-fields.tsx'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { AskedTrouble } from './asked-trouble.tsx'
import { CaseSearchBox } from './case-search.tsx'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'
import { useCaseSearch } from './use-case-search.ts'

const MOST_CASES = 200

type TimelineFiltersProps = {
  contractorId: string
  filter: Narrowing
  onFilter: (change: Partial<Narrowing>) => void
}

/** Narrows a timeline to a case, a person, a time or what carries files, as on the contractor's page. */
export function TimelineFilters({ contractorId, filter, onFilter }: TimelineFiltersProps) {
  const host = useHost()
  const text = useText().filters
  const choices = useAsked(() => choicesOf(host, contractorId), [host, contractorId])
  const box = useRef<HTMLDivElement>(null)

  function change({ from, to, ...rest }: Partial<Narrowing>) {
    onFilter({
      ...rest,
      ...(from !== undefined && { from: readDay(from) }),
      ...(to !== undefined && { to: readDay(to) }),
    })
  }

  function handleClear() {
    const { caseId, personId, from, to, withAttachment } = noFilter
    onFilter({ caseId, personId, from, to, withAttachment })
    // The button goes with the last filter.
    box.current?.querySelector<HTMLElement>('select, input')?.focus()
  }

  return (
    <div ref={box} class="filter-fields">
      <FilterFields filter={filter} onFilter={change} people={choices.value?.people ?? []}>
        <CaseFilter
          contractorId={contractorId}
          caseId={filter.caseId}
          onCaseId={caseId => onFilter({ caseId })}
          newest={choices.value?.cases ?? []}
          areMany={choices.value?.areMany ?? false}
        />
      </FilterFields>
      <FilterTick isOn={filter.withAttachment} onChange={withAttachment => onFilter({ withAttachment })}>
        {text.attachment}
      </FilterTick>
      {choices.failure && <AskedTrouble failure={choices.failure} onTryAgain={choices.ask} />}
      {countFilters({ ...noFilter, ...filter }) > 0 && (
        <Button look="quiet" icon={X} class="start" onClick={handleClear}>
          {text.clear}
        </Button>
      )}
    </div>
  )
}

interface CaseFilterProps {
  contractorId: string
  caseId: string
  onCaseId: (caseId: string) => void
  newest: Choice[]
  areMany: boolean
}

/** The choice of a case; where they are more than anybody reads through, they are looked for by reference or title. */
function CaseFilter({ contractorId, caseId, onCaseId, newest, areMany }: CaseFilterProps) {
  const text = useText().filters
  const search = useCaseSearch(contractorId)
  const offered = search.found?.map(choiceOf) ?? newest
  // The one that is chosen stays to be read, whatever is looked for.
  const chosen = useRef<Choice>(undefined)
  const own = [...offered, ...newest].find(({ id }) => id === caseId) ?? chosen.current
  if (own) chosen.current = own
  const isMissing = own?.id === caseId && !offered.includes(own)
  return (
    <>
      {areMany && <CaseSearchBox search={search} />}
      <FilterSelect
        label={text.case}
        value={caseId}
        onValue={onCaseId}
        choices={isMissing ? [own, ...offered] : offered}
        isKept={areMany}
      >
        {text.anyCase}
      </FilterSelect>
    </>
  )
}

function choiceOf({ id, reference, title }: { id: string; reference: string; title: string }): Choice {
  return { id, name: `${reference} ${title}` }
}

/** The file's cases, closed ones too, and its people. */
async function choicesOf(host: MailHost, contractorId: string) {
  const params = { contractorId }
  const [cases, { people }] = await Promise.all([
    call(host, listCases, { params, querystring: { limit: MOST_CASES } }),
    call(host, readContractor, { params }),
  ])
  return { people, cases: cases.items.map(choiceOf), areMany: cases.next !== null }
}
