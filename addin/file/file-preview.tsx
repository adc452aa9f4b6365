import { useEffect, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { fetchBytes } from './download.ts'
import { type Preview, sniffPreview } from './sniff-preview.ts'
import './mail.css'

interface FilePreviewProps {
  path: string
  name: string
}

type Shown = Preview & { url?: string }

/** A file as it looks: a picture or its text. Nothing of it is run, and nothing is opened by the type it claims. */
export function FilePreview({ path, name }: FilePreviewProps) {
  const text = useAppText().mail
  const { host } = useSurroundings()
  const [shown, setShown] = useState<Shown>()
  const [failure, setFailure] = useState<FailureCode>()

  useEffect(() => {
    let isCurrent = true
    void load().then(
      found => isCurrent && setShown(found),
      (error: unknown) => isCurrent && setFailure(failureOf(error)),
    )
    return () => {
      isCurrent = false
    }

    async function load(): Promise<Shown> {
      const bytes = await fetchBytes(host, path)
      const preview = sniffPreview(bytes, name)
      return preview.is === 'image' ? { ...preview, url: await dataUrl(bytes, preview.type) } : preview
    }
  }, [path])

  if (failure) return <FailureNotice failure={failure} />
  if (!shown) return <Skeleton height="240px" />
  if (shown.is === 'image') return <img class="preview-image" src={shown.url} alt={name} />
  if (shown.is === 'text') return <pre class="preview-text">{shown.text}</pre>
  return <p class="faint">{text.noPreview}</p>
}

/** The page may show pictures of its own server and written-out ones only. */
function dataUrl(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('a file that is here is readable'))
    reader.readAsDataURL(new Blob([bytes], { type }))
  })
}
