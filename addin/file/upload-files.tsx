import { FileUp } from 'lucide'
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { UploadDialog, UploadRow } from './later-parts.ts'
import { uploadsTo } from './uploads.ts'
import { useFileDrop } from './use-file-drop.ts'
import './upload.css'

interface UploadFilesProps {
  contractorId: string
  caseId?: string
  /** Called each time a file has arrived. */
  onArrived: () => void
}

/** Takes files by a button, or dropped anywhere on the page, and says of each what became of it. */
export function UploadFiles({ contractorId, caseId, onArrived }: UploadFilesProps) {
  const text = useAppText().upload
  const { host } = useSurroundings()
  const uploads = useMemo(() => uploadsTo(host, contractorId, caseId ?? null), [host, contractorId, caseId])
  const [, draw] = useReducer((round: number) => round + 1, 0)
  const input = useRef<HTMLInputElement>(null)
  const [isTelling, setIsTelling] = useState(false)
  const isOver = useFileDrop(uploads.add, isTelling)
  const list = uploads.list()
  const arrived = list.filter(({ state }) => state === 'done').length
  const isUnderWay = list.some(({ state }) => state === 'waiting' || state === 'sending')

  useEffect(() => uploads.follow(() => draw(undefined as never)), [uploads])
  useEffect(() => {
    if (arrived > 0) onArrived()
  }, [arrived])
  useLeavingAsked(isUnderWay)

  return (
    <section class={isOver ? 'upload over' : 'upload'} aria-label={text.label}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={event => {
          uploads.add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <div class="upload-top">
        <Button icon={FileUp} onClick={() => input.current?.click()}>
          {text.choose}
        </Button>
        <Button look="quiet" onClick={() => setIsTelling(true)}>
          {text.tell}
        </Button>
        <span class="small faint">{isOver ? text.drop : text.hint}</span>
        {list.length > 0 && !isUnderWay && (
          <Button look="quiet" onClick={uploads.clear}>
            {text.clear}
          </Button>
        )}
      </div>
      {isTelling && (
        <UploadDialog onAdd={(file, told) => uploads.add([file], told)} onClose={() => setIsTelling(false)} />
      )}
      {list.length > 0 && (
        <ul class="upload-rows" aria-label={text.list}>
          {list.map(upload => (
            <UploadRow key={upload.key} upload={upload} onRetry={() => uploads.retry(upload.key)} />
          ))}
        </ul>
      )}
      <p class="unseen" role="status">
        {list.length > 0 &&
          (isUnderWay ? text.underWay(list.length - arrived) : text.over(arrived, list.length - arrived))}
      </p>
    </section>
  )
}

/** Has the browser ask before a page is left whose files are on their way. */
function useLeavingAsked(isUnderWay: boolean) {
  useEffect(() => {
    if (!isUnderWay) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isUnderWay])
}
