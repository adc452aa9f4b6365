import { useEffect, useState } from 'preact/hooks'
import {
  type ImportField,
  type ImportPreview,
  type ImportResult,
  importContractorList,
  previewContractorImport,
} from '../../shared/contractor-import.ts'
import { firstSteps, readFirstRun } from '../../shared/first-run.ts'
import { ApiError, type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FileField } from '../app/file-field.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
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
  const [chosen, setChosen] = useState<{ file: File; number: number }>()

  return (
    <div class="page settings-page import-page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="lead">{text.lead}</p>
        </div>
      </div>
      <FileField
        label={text.choose}
        accept=".csv,.xlsx,text/csv"
        file={chosen?.file}
        onFile={file => setChosen(before => ({ file, number: (before?.number ?? 0) + 1 }))}
      />
      {chosen && <ChosenFile key={chosen.number} file={chosen.file} />}
    </div>
  )
}

/** One file from its reading to what came of it; the answers about another one that was chosen before find nobody here. */
function ChosenFile({ file }: { file: File }) {
  const text = useAdminText().contractorImport
  const { host } = useSurroundings()
  const [columns, setColumns] = useState<ImportField[]>()
  const [preview, setPreview] = useState<ImportPreview>()
  const [result, setResult] = useState<ImportResult>()
  const [round, setRound] = useState(0)
  const [reading, setReading] = useState<'busy' | 'done' | Unread>('busy')

  useEffect(() => {
    let isCurrent = true
    setReading('busy')
    call(host, previewContractorImport, { querystring: columns ? { columns } : {}, body: file }).then(
      answer => {
        if (!isCurrent) return
        setPreview(answer)
        setReading('done')
      },
      (error: unknown) => isCurrent && setReading(unreadBy(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [columns, round])

  return (
    <>
      {reading === 'busy' && <p role="status">{text.reading}</p>}
      {reading !== 'busy' && reading !== 'done' && <NoList unread={reading} onRetry={() => setRound(round + 1)} />}
      {result && <Done result={result} />}
      {preview && !result && (
        <Checked
          preview={preview}
          asked={columns}
          isCurrent={reading === 'done'}
          file={file}
          onColumns={setColumns}
          onDone={setResult}
        />
      )}
    </>
  )
}

/** Why a file could not be read as a list, and where in it the server gave up. */
interface Unread {
  failure: FailureCode
  line: number | null
}

function unreadBy(error: unknown): Unread {
  const named = error instanceof ApiError ? error.fields.map(field => /^\/lines\/(\d+)$/.exec(field)?.[1]) : []
  const line = named.find(number => number !== undefined)
  return { failure: failureOf(error), line: line === undefined ? null : Number(line) }
}

function NoList({ unread: { failure, line }, onRetry }: { unread: Unread; onRetry: () => void }) {
  const text = useAdminText().contractorImport
  return line === null ? (
    <FailureNotice failure={failure} onRetry={onRetry} />
  ) : (
    <Notice>{text.unreadLine(line)}</Notice>
  )
}

interface CheckedProps {
  preview: ImportPreview
  /** What the columns were said to hold; the preview follows. */
  asked: ImportField[] | undefined
  /** False while other columns than the preview's are asked for. */
  isCurrent: boolean
  file: Blob
  onColumns: (columns: ImportField[]) => void
  onDone: (result: ImportResult) => void
}

function Checked({ preview, asked, isCurrent, file, onColumns, onDone }: CheckedProps) {
  const text = useAdminText().contractorImport
  const { host } = useSurroundings()
  const [known, setKnown] = useState<'complete' | 'skip'>('complete')
  const { counts } = preview
  const columns = preview.columns.map(column => column.field)
  const shown = preview.columns.map((column, at) => ({ ...column, field: asked?.[at] ?? column.field }))
  const isNameless = !columns.includes('name')
  const deed = useDeed(async () =>
    onDone(await call(host, importContractorList, { querystring: { columns, known }, body: file })),
  )
  return (
    <>
      <ImportColumns columns={shown} onColumns={onColumns} />
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
            <Button look="primary" busy={deed.isBusy || !isCurrent} onClick={deed.run}>
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
      <p class="buttons">
        <a href={linkTo({ name: 'contractors', q: '' })}>{text.toContractors}</a>
        <BackToStart />
      </p>
    </section>
  )
}

/** Whoever sets Lupa up came from there, and goes on there. */
function BackToStart() {
  const text = useAdminText().contractorImport
  const { host } = useSurroundings()
  const { value: run } = useAnswer('first run', () => call(host, readFirstRun))
  const isWhole = !run || firstSteps.every(step => run.done.includes(step) || run.skipped.includes(step))
  return isWhole ? null : <a href={linkTo({ name: 'start' })}>{text.toStart}</a>
}
