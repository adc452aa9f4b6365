import { Printer, Table } from 'lucide'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useSaving } from './use-saving.ts'

interface ListExportProps {
  /** Where the spreadsheet of what the list shows is had. */
  path: string
  /** What the spreadsheet holds, where that is not just what the list shows. */
  hint?: string
}

/** Takes a list along: as a spreadsheet, whole, or printed as far as it is on screen. */
export function ListExport({ path, hint }: ListExportProps) {
  const text = useAppText().takeAlong
  const save = useSaving()
  // Whom the list is about the server knows best, and names the file.
  const deed = useDeed(() => save(path, ''))
  return (
    <>
      <Button look="quiet" icon={Table} title={hint} busy={deed.isBusy} onClick={deed.run}>
        {text.csv}
      </Button>
      <Button look="quiet" icon={Printer} onClick={() => print()}>
        {text.print}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
