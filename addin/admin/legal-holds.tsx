import { useState } from 'preact/hooks'
import { liftLegalHold, listLegalHolds, placeLegalHold } from '../../shared/retention.ts'
import { call } from '../api/call.ts'
import { readPage } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { HoldRow } from './hold-row.tsx'

/** What is held, whatever its age, and a way to hold more. */
export function LegalHolds() {
  const text = useAdminText().retention
  const { host } = useSurroundings()
  const holds = useAnswer('legal holds', () => call(host, listLegalHolds))
  return (
    <section class="section" aria-labelledby="holds">
      <div>
        <h2 id="holds">{text.holds}</h2>
        <p class="small faint">{text.holdsHint}</p>
      </div>
      {holds.failure && <FailureNotice failure={holds.failure} onRetry={holds.ask} />}
      {holds.value?.items.length === 0 && <p class="faint">{text.noHolds}</p>}
      {holds.value && holds.value.items.length > 0 && (
        <ul class="entry-list" aria-label={text.holds}>
          {holds.value.items.map(hold => (
            <HoldRow
              key={hold.id}
              name={hold.objectName ?? text.unseen}
              hold={hold}
              words={text}
              lift={() => call(host, liftLegalHold, { params: { holdId: hold.id } })}
              onLifted={holds.ask}
            />
          ))}
        </ul>
      )}
      <HoldForm onPlaced={holds.ask} />
    </section>
  )
}

function HoldForm({ onPlaced }: { onPlaced: () => void }) {
  const text = useAdminText().retention
  const { host } = useSurroundings()
  const toast = useToast()
  const [address, setAddress] = useState('')
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const object = objectIn(address)
  const deed = useDeed(async () => {
    if (!object) return
    await call(host, placeLegalHold, { body: { ...object, reason: reason.trim() } })
    setAddress('')
    setReason('')
    setIsChecked(false)
    onPlaced()
    toast({ message: text.held })
  })
  return (
    <form
      class="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setIsChecked(true)
        if (object && reason.trim() !== '') deed.run()
      }}
    >
      <TextField
        label={text.object}
        hint={text.objectHint}
        failure={isChecked && !object ? text.objectWrong : undefined}
        value={address}
        autocomplete="off"
        onValue={setAddress}
      />
      <TextField
        label={text.reason}
        failure={isChecked && reason.trim() === '' ? text.reasonMissing : undefined}
        value={reason}
        maxLength={1000}
        autocomplete="off"
        onValue={setReason}
      />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div class="buttons">
        <Button type="submit" busy={deed.isBusy}>
          {text.hold}
        </Button>
      </div>
    </form>
  )
}

/** The contractor or case of whose page this is the address. */
function objectIn(address: string): { objectType: 'contractor' | 'case'; objectId: string } | null {
  const page = readPage(address.slice(Math.max(0, address.indexOf('#'))))
  if (page.name === 'contractor') return { objectType: 'contractor', objectId: page.contractorId.toLowerCase() }
  return page.name === 'case' ? { objectType: 'case', objectId: page.caseId.toLowerCase() } : null
}
