import { useRef, useState } from 'preact/hooks'
import {
  type ImportField,
  type ImportPreview,
  type ImportResult,
  importContractorList,
  previewContractorImport,
} from '../../shared/contractor-import.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { AdminOnly } from './admin-only.tsx'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportRows } from './import-rows.tsx'
import '../file/file.css'
import './contractor-import.css'

/** Takes a list of contractors in: a file, what its columns hold, what would come of it, and then the deed. */
export function ContractorImportPage() {
  return (
    <AdminOnly>
      <ContractorImport />
    </AdminOnly>
  )
}

function ContractorImport() {
  const text = useAdminText().contractorImport
  const { host } = useSurroundings()
  const [preview, setPreview] = useState<ImportPreview>()
  const [result, setResult] = useState<ImportResult>()
  const file = useRef<Blob | undefined>(undefined)
  const columns = useRef<ImportField[] | undefined>(undefined)

  const reading = useDeed(async () => {
    if (!file.current) return
    const querystring = columns.current ? { columns: columns.current } : {}
    setPreview(await call(host, previewContractorImport, { querystring, body: file.current }))
  })

  function handleFile(chosen: File | undefined) {
    if (!chosen) return
    file.current = chosen
    columns.current = undefined
    setPreview(undefined)
    setResult(undefined)
    reading.run()
  }

  return (
    <div class="page narrow settings-page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="lead">{text.lead}</p>
        </div>
      </div>
      <Field label={preview ? text.another : text.choose}>
        {names => (
          <input
            {...names}
            class="input"
            type="file"
            accept=".csv,.xlsx,text/csv"
            onChange={event => handleFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      {reading.isBusy && <p role="status">{text.reading}</p>}
      {reading.failure && <FailureNotice failure={reading.failure} />}
      {result && <Done result={result} />}
      {preview && !result && file.current && (
        <Checked
          preview={preview}
          file={file.current}
          onColumns={chosen => {
            columns.current = chosen
            reading.run()
          }}
          onDone={setResult}
        />
      )}
    </div>
  )
}

interface CheckedProps {
  preview: ImportPreview
  file: Blob
  onColumns: (columns: ImportField[]) => void
  onDone: (result: ImportResult) => void
}

function Checked({ preview, file, onColumns, onDone }: CheckedProps) {
  const text = useAdminText().contractorImport
  const { host } = useSurroundings()
  const [known, setKnown] = useState<'complete' | 'skip'>('complete')
  const { counts } = preview
  const columns = preview.columns.map(column => column.field)
  const isNameless = !columns.includes('name')
  const deed = useDeed(async () =>
    onDone(await call(host, importContractorList, { querystring: { columns, known }, body: file })),
  )
  return (
    <>
      <ImportColumns columns={preview.columns} onColumns={onColumns} />
      {isNameless && <Notice>{text.nameMissing}</Notice>}
      <section class="section" aria-labelledby="outcome">
        <h2 id="outcome">{text.outcome}</h2>
        <ul class="import-counts">
          <li>{text.created(counts.created)}</li>
          <li>{text.known(counts.known)}</li>
          <li>{text.refused(counts.refused)}</li>
        </ul>
        <ImportRows preview={preview} />
        {counts.known > 0 && (
          <ChoiceField
            label={text.knownChoice}
            options={optionsOf(text.knownChoices)}
            value={known}
            onValue={setKnown}
          />
        )}
        {deed.failure && <FailureNotice failure={deed.failure} />}
        {!isNameless && counts.created + counts.known > 0 && (
          <div class="buttons">
            <Button look="primary" busy={deed.isBusy} onClick={deed.run}>
              {deed.isBusy ? text.importing : text.confirm}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}

function Done({ result: { counts, refused } }: { result: ImportResult }) {
  const text = useAdminText().contractorImport
  return (
    <section class="section" aria-labelledby="import-done">
      <h2 id="import-done">{text.done}</h2>
      <p role="status">{text.doneCounts(counts.created, counts.known, counts.skipped, counts.refused)}</p>
      {refused.length > 0 && (
        <p class="small faint">
          {text.doneRefused}: {refused.map(row => row.line).join(', ')}
        </p>
      )}
      <a href={linkTo({ name: 'contractors', q: '' })}>{text.toContractors}</a>
    </section>
  )
}
