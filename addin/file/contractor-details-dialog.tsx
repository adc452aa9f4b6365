import { useState } from 'preact/hooks'
import { type Contractor, changeContractor, readContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { broughtUp } from '../app/rebased.ts'
import { useAppText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import { contractorDetailsText } from '../text/contractor-details.ts'
import { TextArea, TextField } from '../ui/field.tsx'
import { StandsNow } from '../ui/stands-now.tsx'
import { useToast } from '../ui/toast.tsx'
import { type ContractorDraft, changesOf, draftOf, faultIn, seenOf } from './contractor-draft.ts'
import { NipField } from './nip-field.tsx'
import './activity.css'

interface ContractorDetailsDialogProps {
  contractor: Contractor
  onClose: () => void
  onChanged: (contractor: Contractor) => void
}

/** Puts right what is known of a contractor: name, tax ids, seat, phones and note. */
export function ContractorDetailsDialog({ contractor, onClose, onChanged }: ContractorDetailsDialogProps) {
  const text = useWords(contractorDetailsText)
  const { newContractor: words, save } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const params = { contractorId: contractor.id }
  const {
    seen,
    isNews,
    save: saveSeen,
  } = useSeen(contractor, {
    ask: () => call(host, readContractor, { params }),
    onNews: (now, old) => setDraft(mine => broughtUp(mine, draftOf(old), draftOf(now))),
  })
  const before = draftOf(seen)
  const [draft, setDraft] = useState(before)
  const [fault, setFault] = useState<keyof ContractorDraft>()
  const deed = useDeed(async () => {
    const body = changesOf(before, draft)
    if (Object.keys(body).length === 0) return onClose()
    const changed = await saveSeen(now =>
      call(host, changeContractor, { params, body: { ...body, was: seenOf(body, now) } }),
    )
    onChanged(changed)
    toast({ message: text.saved })
  })
  const failures = { name: words.nameMissing, regon: text.regonWrong, krs: text.krsWrong }
  const field = (name: Exclude<keyof ContractorDraft, 'taxId'>, maxLength: number) => ({
    value: draft[name],
    maxLength,
    failure: fault === name ? failures[name as keyof typeof failures] : undefined,
    onValue: (value: string) => change({ [name]: value }),
  })

  const names = { ...words, ...text, taxId: words.nip }
  const differing = (Object.keys(before) as (keyof ContractorDraft)[]).filter(name => draft[name] !== before[name])

  function change(part: Partial<ContractorDraft>) {
    setDraft({ ...draft, ...part })
    setFault(undefined)
  }

  function check() {
    const found = faultIn(draft)
    setFault(found)
    return found === undefined
  }

  return (
    <FormDialog title={text.title} button={save} deed={deed} check={check} onClose={onClose}>
      <TextField label={words.name} {...field('name', 300)} />
      <NipField value={draft.taxId} onValue={taxId => change({ taxId })} isFaulty={fault === 'taxId'} />
      <div class="field-pair">
        <TextField label={text.regon} {...field('regon', 40)} />
        <TextField label={text.krs} {...field('krs', 40)} />
      </div>
      <div class="field-pair">
        <TextField label={text.street} {...field('street', 300)} />
        <TextField label={words.city} {...field('city', 200)} />
      </div>
      <TextArea label={text.phones} hint={text.phonesHint} {...field('phones', 3_000)} />
      <TextArea label={text.note} {...field('note', 10_000)} />
      {isNews && <StandsNow fields={differing.map(name => [names[name], before[name]])} />}
    </FormDialog>
  )
}
