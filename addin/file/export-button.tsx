import { FolderDown } from 'lucide'
import { exportFile } from '../../shared/export.ts'
import { pathOf } from '../api/send.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { fileNameOf } from './download.ts'
import { useSaving } from './use-saving.ts'

interface ExportButtonProps {
  contractorId: string
  name: string
}

/** Takes a whole contractor file along, as far as the reader may see it; the browser saves it while it is being packed. */
export function ExportButton({ contractorId, name }: ExportButtonProps) {
  const text = useAppText().takeAlong
  const save = useSaving()
  const path = pathOf(exportFile, { params: { contractorId } })
  const deed = useDeed(() => save(path, fileNameOf(name, '.zip')))
  return (
    <>
      <Button icon={FolderDown} busy={deed.isBusy} title={text.exportHint} onClick={deed.run}>
        {deed.isBusy ? text.exporting : text.export}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
