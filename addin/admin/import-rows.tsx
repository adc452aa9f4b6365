import type { ImportPreview } from '../../shared/contractor-import.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAdminText } from '../app/surroundings.ts'

interface ImportRowsProps {
  preview: ImportPreview
}

/** The rows of a list with what would become of each: what is wrong with it, or whom it is like. */
export function ImportRows({ preview: { items, counts } }: ImportRowsProps) {
  const text = useAdminText().contractorImport
  const all = counts.created + counts.known + counts.refused
  return (
    <>
      <table class="table import outcome">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.fields.taxId}</th>
            <th scope="col">{text.result}</th>
            <th scope="col">{text.line}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(row => (
            <tr key={row.line}>
              <th scope="row">{row.name || '—'}</th>
              <td class="faint">{row.taxId}</td>
              <td>
                {text.results[row.result]}
                <Why row={row} />
              </td>
              <td class="number faint">{row.line}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length < all && <p class="small faint">{text.shownOf(items.length)}</p>}
    </>
  )
}

function Why({ row: { known, fields } }: { row: ImportPreview['items'][number] }) {
  const text = useAdminText().contractorImport
  if (fields.length > 0) {
    return (
      <span class="small wrong import-why">
        {fields.map(field => text.faults[field] ?? text.otherFault).join('; ')}
      </span>
    )
  }
  if (!known) return null
  if (!known.contractorId) return <span class="small faint import-why">{text.knownAbove}</span>
  return (
    <a class="small import-why" href={contractorLink(known.contractorId)} target="_blank" rel="noreferrer">
      {text.knownBy(known.name, known.by === 'taxId')}
    </a>
  )
}
