import { type ContractorRow, listContractors } from '../../shared/contractor.ts'
import { showNip } from '../../shared/tax-id.ts'
import { call } from '../api/call.ts'
import { useText } from '../ui/language.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { useHost } from './host-context.ts'

const MOST = 8

type Found = Pick<ContractorRow, 'id' | 'name'> & Partial<ContractorRow>

type ContractorSearchProps = {
  /** What picking does, such as "Dodaj do kontrahenta". */
  label: string
  onPick: (contractor: Found) => void
  /** Offered before anything is typed. */
  offered?: Found[]
  /** True where it opens in answer to a press of a button. */
  takesFocus?: boolean
  onCancel?: () => void
}

/** Finds a contractor by name, NIP, address or domain. */
export function ContractorSearch(props: ContractorSearchProps) {
  const text = useText().search
  const host = useHost()
  return (
    <SearchBox<Found>
      {...props}
      hint={text.hint}
      find={async q => (await call(host, listContractors, { querystring: { q, limit: MOST } })).items}
      wordsOf={row => [row.name, [row.nip && `NIP ${showNip(row.nip)}`, row.city].filter(Boolean).join(' · ')]}
      nothing={text.nothing}
    />
  )
}
