import { FolderDown } from 'lucide'
import { exportFile } from '../../shared/export.ts'
import { pathOf } from '../api/send.ts'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import type { Act } from './act-row.tsx'
import { fileNameOf } from './download.ts'
import { useSaving } from './use-saving.ts'

/** Takes a whole contractor file along, as far as the reader may see it; the browser saves it while it is being packed. */
export function useExport({ id, name }: { id: string; name: string }): Act {
  const text = useAppText().takeAlong
  const save = useSaving()
  const path = pathOf(exportFile, { params: { contractorId: id } })
  const deed = useDeed(() => save(path, fileNameOf(name, '.zip')))
  return {
    ...deed,
    name: 'export',
    icon: FolderDown,
    hint: text.exportHint,
    word: deed.isBusy ? text.exporting : text.export,
  }
}
