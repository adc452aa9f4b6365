import { FolderDown } from 'lucide'
import { exportFile } from '../../shared/export.ts'
import { pathOf } from '../api/send.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { download, fileNameOf } from './download.ts'

interface ExportButtonProps {
  contractorId: string
  name: string
}

/** Takes a whole contractor file along, as far as the reader may see it. */
export function ExportButton({ contractorId, name }: ExportButtonProps) {
  const text = useAppText().takeAlong
  const { host } = useSurroundings()
  const path = pathOf(exportFile, { params: { contractorId } })
  const deed = useDeed(() => download(host, path, fileNameOf(name, '.zip')))
  return (
    <>
      <Button icon={FolderDown} busy={deed.isBusy} title={text.exportHint} onClick={deed.run}>
        {deed.isBusy ? text.exporting : text.export}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
