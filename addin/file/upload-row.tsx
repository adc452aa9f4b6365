import { CircleAlert, CircleCheck, Clock, FileUp } from 'lucide'
import { linkTo } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { showSize } from './show-size.ts'
import { isMsg } from './sniff-preview.ts'
import type { Upload } from './uploads.ts'

interface UploadRowProps {
  upload: Upload
  onRetry: () => void
}

const shapes = { waiting: Clock, sending: FileUp, done: CircleCheck, failed: CircleAlert }

/** One file that was put in: how far it is, what became of it, or why it did not go. */
export function UploadRow({ upload, onRetry }: UploadRowProps) {
  const text = useAppText().upload
  const language = useLanguage()
  const { failure: sentences } = useText()
  const { file, state, share, result, failure } = upload
  return (
    <li class={`upload-row ${state}`}>
      <Icon shape={shapes[state]} />
      <span class="upload-name">
        {result?.item ? (
          <a class="cut" title={file.name} href={linkTo({ name: 'item', itemId: result.item.id })}>
            {file.name}
          </a>
        ) : (
          <span class="cut" title={file.name}>
            {file.name}
          </span>
        )}
        <span class="small faint number">{showSize(language, file.size)}</span>
      </span>
      {state === 'sending' ? (
        <progress value={share} max={1} aria-label={text.progressOf(file.name)} />
      ) : (
        <span class="small">{wordsOf(upload, text, sentences)}</span>
      )}
      {state === 'failed' && failure !== 'too-large' && failure !== 'empty' && (
        <Button look="quiet" onClick={onRetry}>
          {text.retry}
        </Button>
      )}
    </li>
  )
}

function wordsOf(
  { file, state, result, failure }: Upload,
  text: ReturnType<typeof useAppText>['upload'],
  refusals: ReturnType<typeof useText>['failure'],
): string {
  if (state === 'waiting') return text.waiting
  if (failure === 'empty') return text.empty
  if (failure === 'too-large') return text.tooLarge
  if (failure) return refusals[failure]
  if (result?.became === 'mail') return mailWords(result, text)
  if (result?.isKnown) return text.isKnown
  return isMsg(file.name) ? text.isNoMail : text.isDocument
}

function mailWords({ item, isKnown }: NonNullable<Upload['result']>, text: ReturnType<typeof useAppText>['upload']) {
  if (isKnown) return text.isKnownMail
  return item ? text.isMail : text.isBeingRead
}
