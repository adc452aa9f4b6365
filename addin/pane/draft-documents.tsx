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

/** The latest documents of the file, or of the chosen case, each to be attached to the mail that is being written. */
export function DraftDocuments({ contractorId, caseId }: DraftDocumentsProps) {
  const host = useHost()
  const text = useLanguage() === 'pl' ? outlookPl : outlookEn
  const headingId = useId()
  const [documents, setDocuments] = useState<ItemRow[]>([])
  const kind = useKindsOf()('document')

  useEffect(() => {
    let isCurrent = true
    const querystring = { kind, limit: ROWS, ...(caseId && { caseId }) }
    call(host, readTimeline, { params: { contractorId }, querystring }).then(
      ({ items }) => isCurrent && setDocuments(items),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [host, contractorId, caseId, kind.length])

  if (documents.length === 0) return null
  return (
    <section class="part" aria-labelledby={headingId}>
      <h3 id={headingId}>{text.documents}</h3>
      <ul class="rows attachable">
        {documents.map(document => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
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
