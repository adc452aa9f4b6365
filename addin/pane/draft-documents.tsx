import { Paperclip } from 'lucide'
import { useEffect, useId, useState } from 'preact/hooks'
import { type ItemRow, readTimeline } from '../../shared/item.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { outlookEn } from '../text/outlook-en.ts'
import { outlookPl } from '../text/outlook-pl.ts'
import { Button } from '../ui/button.tsx'
import { KindIcon, useKindsOf } from '../ui/kind-icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { attachDocument } from './attach-document.ts'
import { useHost } from './host-context.ts'

const ROWS = 8

type DraftDocumentsProps = { contractorId: string; caseId: string | null }

/** What is shown, of which contractor and case. */
interface Shown {
  place: string
  documents: ItemRow[]
  next: string | null
}

/** The latest documents of the file, or of the chosen case, each to be attached to the mail that is being written; older
 * ones on request. */
export function DraftDocuments({ contractorId, caseId }: DraftDocumentsProps) {
  const host = useHost()
  const text = useLanguage() === 'pl' ? outlookPl : outlookEn
  const headingId = useId()
  const words = useText()
  const kind = useKindsOf()('document')
  const place = JSON.stringify([contractorId, caseId, kind.length])
  const [{ documents, next }, setShown] = useState<Shown>({ place, documents: [], next: null })

  /** Reads on where the last page ended, or from the newest. */
  async function readOn(before: ItemRow[], cursor: string | null) {
    const querystring = { kind, limit: ROWS, ...(caseId && { caseId }), ...(cursor && { cursor }) }
    const page = await call(host, readTimeline, { params: { contractorId }, querystring })
    // Another case may have been chosen meanwhile.
    setShown(now => (now.place === place ? { place, documents: [...before, ...page.items], next: page.next } : now))
  }

  useEffect(() => {
    setShown({ place, documents: [], next: null })
    readOn([], null).catch(() => undefined)
  }, [host, place])

  if (documents.length === 0) return null
  return (
    <section class="part" aria-labelledby={headingId}>
      <h3 id={headingId}>{text.documents}</h3>
      <ul class="rows attachable">
        {documents.map(document => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
      {next && (
        <Button look="quiet" onClick={() => void readOn(documents, next).catch(() => undefined)}>
          {words.timeline.older}
        </Button>
      )}
    </section>
  )
}

type State = 'idle' | 'busy' | 'attached' | 'refused' | FailureCode

function DocumentRow({ document: { id, kind, title, objectId } }: { document: ItemRow }) {
  const host = useHost()
  const text = useText()
  const own = useLanguage() === 'pl' ? outlookPl : outlookEn
  const [state, setState] = useState<State>('idle')

  async function attach() {
    if (state === 'busy') return
    setState('busy')
    setState(await attachDocument(host, { id: objectId, itemId: id, name: title }).catch(failureOf))
  }

  return (
    <li>
      <KindIcon kind={kind} />
      <span class="cut" title={title}>
        {title}
      </span>
      {state === 'attached' ? (
        <span class="small faint" role="status">
          {own.attached}
        </span>
      ) : (
        <Button
          look="bare"
          icon={Paperclip}
          busy={state === 'busy'}
          aria-label={own.attach(title)}
          title={own.attach(title)}
          onClick={() => void attach()}
        />
      )}
      {state === 'refused' && <Notice>{own.notAttached}</Notice>}
      {isFailure(state) && <Notice>{text.failure[state]}</Notice>}
    </li>
  )
}

function isFailure(state: State): state is FailureCode {
  return state !== 'idle' && state !== 'busy' && state !== 'attached' && state !== 'refused'
}
