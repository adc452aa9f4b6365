import { listReadings } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Moment } from '../ui/moment.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface ReadingsDialogProps {
  itemId: string
  onClose: () => void
}

/** Who opened a confidential item, newest first. */
export function ReadingsDialog({ itemId, onClose }: ReadingsDialogProps) {
  const text = useAppText().readings
  const { host } = useSurroundings()
  const readings = useAnswer(`readings ${itemId}`, () => call(host, listReadings, { params: { itemId } }))
  const rows = readings.value?.items
  return (
    <Dialog title={text.title} onClose={onClose}>
      <div class="form">
        <p class="faint">{text.lead}</p>
        {readings.failure && <FailureNotice failure={readings.failure} onRetry={readings.ask} />}
        {!rows && !readings.failure && <Skeleton height="120px" />}
        {rows?.length === 0 && <p>{text.none}</p>}
        {rows && rows.length > 0 && (
          <table class="table">
            <caption class="unseen">{text.title}</caption>
            <thead>
              <tr>
                <th scope="col">{text.person}</th>
                <th scope="col">{text.what}</th>
                <th scope="col">{text.when}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={`${row.userId} ${row.at} ${row.what}`}>
                  <th scope="row">{row.userName}</th>
                  <td>{text.whats[row.what]}</td>
                  <td class="faint">
                    <Moment at={row.at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Dialog>
  )
}
