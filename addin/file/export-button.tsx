import { FolderDown, X } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { exportFile } from '../../shared/export.ts'
import { pathOf } from '../api/send.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { download, fileNameOf } from './download.ts'
import { showSize } from './show-size.ts'

const TOLD_EACH_MS = 500

interface ExportButtonProps {
  contractorId: string
  name: string
}

/** Takes a whole contractor file along, as far as the reader may see it; says how much has come, and may be stopped. */
export function ExportButton({ contractorId, name }: ExportButtonProps) {
  const text = useAppText().takeAlong
  const language = useLanguage()
  const { host } = useSurroundings()
  const [bytes, setBytes] = useState(0)
  const stopping = useRef<AbortController>(undefined)
  const path = pathOf(exportFile, { params: { contractorId } })
  const deed = useDeed(async () => {
    const stop = new AbortController()
    stopping.current = stop
    setBytes(0)
    try {
      const onBytes = seldom(setBytes)
      await download(host, path, fileNameOf(name, '.zip'), { signal: stop.signal, onBytes })
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  })
  return (
    <>
      <Button icon={FolderDown} busy={deed.isBusy} title={text.exportHint} onClick={deed.run}>
        {deed.isBusy ? text.exporting : text.export}
      </Button>
      {deed.isBusy && (
        <>
          {bytes > 0 && <span class="small faint">{text.received(showSize(language, bytes))}</span>}
          <Button
            look="bare"
            icon={X}
            aria-label={text.stop}
            title={text.stop}
            onClick={() => stopping.current?.abort()}
          />
        </>
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}

/** Tells now and then of what comes all the time. */
function seldom(tell: (bytes: number) => void): (bytes: number) => void {
  let last = 0
  return bytes => {
    const now = Date.now()
    if (now - last < TOLD_EACH_MS) return
    last = now
    tell(bytes)
  }
}
