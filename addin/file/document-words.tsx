import { readDocumentText } from '../../shared/document.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import './mail.css'

interface DocumentWordsProps {
  documentId: string
}

/** The words of a document that only its own program shows as it looks. */
export function DocumentWords({ documentId }: DocumentWordsProps) {
  const text = useAppText().words
  const { host } = useSurroundings()
  const answer = useAnswer(`text ${documentId}`, () => call(host, readDocumentText, { params: { documentId } }))
  if (answer.failure && !answer.value) return <FailureNotice failure={answer.failure} onRetry={answer.ask} />
  if (!answer.value) return <Skeleton height="240px" />
  return (
    <>
      <p class="small faint">{text.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <pre class="preview-text" tabIndex={0}>
        {answer.value.text}
      </pre>
      {answer.value.isCut && <p class="small faint">{text.isCut}</p>}
    </>
  )
}
