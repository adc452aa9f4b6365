import type { ContractorRow } from '../../shared/contractor.ts'
import { showNip } from '../../shared/tax-id.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'

interface ContractorRowsProps {
  label: string
  rows: ContractorRow[]
}

/** Contractors in rows; the whole row leads to the file. */
export function ContractorRows({ label, rows }: ContractorRowsProps) {
  const text = useAppText().contractor
  return (
    <ul class="contractor-rows" aria-label={label}>
      {rows.map(row => (
        <li key={row.id}>
          <a href={contractorLink(row.id)} class="row-link" title={row.name}>
            {row.name}
          </a>
          <span class="number faint">{row.nip && `${text.nip} ${showNip(row.nip)}`}</span>
          <span class="faint">{row.city}</span>
        </li>
      ))}
    </ul>
  )
}
