import type { ImportField, ImportPreview } from '../../shared/contractor-import.ts'
import { useAdminText } from '../app/surroundings.ts'
import { optionsOf } from './choice-field.tsx'

interface ImportColumnsProps {
  columns: ImportPreview['columns']
  onColumns: (columns: ImportField[]) => void
}

/** What each column of a list holds, to be put right where it was guessed wrong. */
export function ImportColumns({ columns, onColumns }: ImportColumnsProps) {
  const text = useAdminText().contractorImport
  const changed = (index: number, field: ImportField) =>
    onColumns(columns.map((column, at) => (at === index ? field : column.field)))
  return (
    <section class="section" aria-labelledby="columns">
      <div>
        <h2 id="columns">{text.columns}</h2>
        <p class="small faint">{text.columnsHint}</p>
      </div>
      <table class="table import">
        <thead>
          <tr>
            <th scope="col">{text.column}</th>
            <th scope="col">{text.samples}</th>
            <th scope="col">{text.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ title, samples, field }, index) => {
            const name = title || text.unnamed(index + 1)
            return (
              <tr key={`${index} ${title}`}>
                <th scope="row">{name}</th>
                <td class="small faint import-samples">{samples.filter(Boolean).join(' · ')}</td>
                <td>
                  <select
                    class="input"
                    aria-label={`${text.meaning}: ${name}`}
                    value={field}
                    onChange={event => changed(index, event.currentTarget.value as ImportField)}
                  >
                    {optionsOf(text.fields).map(option => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
