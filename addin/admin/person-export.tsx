import { FolderDown } from 'lucide'
import { useState } from 'preact/hooks'
import { openPersonExport, readPersonExport } from '../../shared/person-data.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { fileNameOf } from '../file/download.ts'
import { useSaving } from '../file/use-saving.ts'
import { Button } from '../ui/button.tsx'
import { isReasonShort, ReasonField } from './reason-field.tsx'

/** A copy of a person's data for her, with a written reason. */
export function PersonExport({ address }: { address: string }) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const save = useSaving()
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const deed = useDeed(async () => {
    const { id } = await call(host, openPersonExport, { body: { address, reason: reason.trim() } })
    await save(pathOf(readPersonExport, { params: { exportId: id } }), fileNameOf(`lupa ${address}`, '.zip'))
    setReason('')
    setIsChecked(false)
  })
  return (
    <section class="person-part" aria-labelledby="person-export">
      <div>
        <h3 id="person-export">{text.exportTitle}</h3>
        <p class="small faint">{text.exportHint}</p>
      </div>
      <form
        class="form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          setIsChecked(true)
          if (!isReasonShort(reason)) deed.run()
        }}
      >
        <ReasonField value={reason} hint={text.exportReasonHint} isChecked={isChecked} onValue={setReason} />
        <div class="buttons">
          <Button type="submit" icon={FolderDown} busy={deed.isBusy}>
            {deed.isBusy ? text.exporting : text.export}
          </Button>
        </div>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </form>
    </section>
  )
}
