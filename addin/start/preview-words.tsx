import type { MailboxPreview } from '../../shared/mailbox.ts'
import { linkTo } from '../app/page-link.ts'
import { useWords } from '../app/surroundings.ts'
import { startText } from '../text/start.ts'

interface PreviewWordsProps {
  preview: MailboxPreview
  since: string
}

/** What would become of the mail, in sentences. */
export function PreviewWords({ preview, since }: PreviewWordsProps) {
  const text = useWords(startText).start
  const { total, lookedAt, files, waits, leftOut, unknownSenders } = preview
  return (
    <>
      <p>
        {text.works} <strong>{text.preview(total, since, files)}</strong> {text.previewRest(waits, leftOut)}
        {lookedAt < total && ` ${text.previewPart(lookedAt)}`}
      </p>
      {unknownSenders > 0 && (
        <p>
          <strong>{text.strangers(unknownSenders)}.</strong> {text.strangersHint}
        </p>
      )}
      {unknownSenders > 0 && (
        <>
          <p>{text.importHint}</p>
          <p>
            <a href={linkTo({ name: 'contractor-import' })}>{text.toImport}</a>
          </p>
        </>
      )}
    </>
  )
}
