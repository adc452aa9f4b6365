import { useEffect, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { later } from '../ui/later.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { dataUrl } from './data-url.ts'
import { fetchBytes } from './download.ts'
import { FileText } from './file-text.tsx'
import { PdfLater } from './pdf-later.tsx'
import { isMsg, type Preview, sniffPreview } from './sniff-preview.ts'
import './mail.css'

interface FilePreviewProps {
  path: string
  /** Where the server gives it as mail travels, should it be a mail that Outlook wrote. */
  mailPath: string
  name: string
}

/** Fetched only when there is a mail to show. */
const AttachedMail = later(async () => (await import('./attached-mail.tsx')).AttachedMail)

type Shown = Preview & { url?: string; bytes?: Uint8Array<ArrayBuffer> }

/** A file as it looks: a picture, a mail or its text. Nothing of it is run, and nothing is opened by the type it claims. */
export function FilePreview({ path, mailPath, name }: FilePreviewProps) {
  const text = useAppText().mail
  const { host } = useSurroundings()
  const [shown, setShown] = useState<Shown>()
  const [failure, setFailure] = useState<FailureCode>()
  const [round, setRound] = useState(0)

  useEffect(() => {
    let isCurrent = true
    setFailure(undefined)
    void load().then(
      found => isCurrent && setShown(found),
      (error: unknown) => isCurrent && setFailure(failureOf(error)),
    )
    return () => {
      isCurrent = false
    }

    async function load(): Promise<Shown> {
      if (isMsg(name)) return { is: 'mail', text: '', bytes: await fetchBytes(host, mailPath) }
      const bytes = await fetchBytes(host, path)
      const preview = sniffPreview(bytes, name)
      if (preview.is === 'pdf' || preview.is === 'mail') return { ...preview, bytes }
      return preview.is === 'image' ? { ...preview, url: await dataUrl(bytes, preview.type) } : preview
    }
  }, [path, round])

  if (failure === 'not-processable') return <p class="faint">{text.noMail}</p>
  if (failure) return <FailureNotice failure={failure} onRetry={() => setRound(round + 1)} />
  if (!shown) return <Skeleton height="240px" />
  if (shown.is === 'pdf' && shown.bytes) return <PdfLater bytes={shown.bytes} name={name} />
  if (shown.is === 'image') return <img class="preview-image" src={shown.url} alt={name} />
  if (shown.is === 'mail' && shown.bytes) return <AttachedMail bytes={shown.bytes} source={shown.text} />
  if (shown.is === 'text') return <FileText text={shown.text} />
  return <p class="faint">{text.noPreview}</p>
}
