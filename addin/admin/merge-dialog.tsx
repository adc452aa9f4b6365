import { useState } from 'preact/hooks'
import { type DuplicatePair, type MergePreview, mergeContractors, previewMerge } from '../../shared/contractor-merge.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { ChoiceField, optionsOf } from './choice-field.tsx'

interface MergeDialogProps {
  pair: DuplicatePair
  onClose: () => void
  onMerged: (name: string) => void
}

/** Shows what a merge of two contractors moves and who would see more by it, and does it. */
export function MergeDialog({ pair: { one, other }, onClose, onMerged }: MergeDialogProps) {
  const text = useAdminText().duplicates
  const { host } = useSurroundings()
  const [intoId, setIntoId] = useState(one.id)
  const [circle, setCircle] = useState<'keep' | 'survivor'>('keep')
  const [into, from] = intoId === one.id ? [one, other] : [other, one]
  const preview = useAnswer(`merge ${intoId} ${from.id}`, () =>
    call(host, previewMerge, { params: { contractorId: intoId }, querystring: { fromId: from.id } }),
  )
  const deed = useDeed(async () => {
    await call(host, mergeContractors, {
      params: { contractorId: intoId },
      body: { fromId: from.id, circle: known?.mayOpen ? circle : 'keep' },
    })
    onMerged(into.name)
  })
  const known = preview.value
  const differ = known ? known.gaining.length + known.losing.length > 0 : false
  return (
    <FormDialog
      title={text.dialogTitle}
      button={text.merge}
      deed={deed}
      check={() => known?.mayMerge ?? false}
      onClose={onClose}
    >
      <ChoiceField
        label={text.survivor}
        options={[one, other].map(contractor => ({
          value: contractor.id,
          label: [contractor.name, contractor.nip ?? contractor.city].filter(Boolean).join(', '),
        }))}
        value={intoId}
        onValue={setIntoId}
      />
      {preview.failure && <FailureNotice failure={preview.failure} />}
      {known && <Moves preview={known} circle={known.mayOpen ? circle : 'keep'} />}
      {known && differ && known.mayOpen && (
        <ChoiceField
          label={text.circle}
          hint={text.circleHint}
          options={optionsOf(text.circles)}
          value={circle}
          onValue={setCircle}
        />
      )}
      {known && differ && !known.mayOpen && <p class="small">{text.keepsCircle}</p>}
      <p class="small">{text.final}</p>
      {known && !known.mayMerge && <p class="wrong">{text.mayNot}</p>}
    </FormDialog>
  )
}

function Moves({ preview, circle }: { preview: MergePreview; circle: 'keep' | 'survivor' }) {
  const text = useAdminText().duplicates
  const { from, into, items, both, cases, gaining, losing, lostWords } = preview
  const names = (viewers: MergePreview['gaining']) => viewers.map(viewer => viewer.name).join(', ')
  return (
    <ul class="small merge-facts">
      <li>{text.moves(items, cases, from.people.length, from.addresses.length)}</li>
      {both > 0 && <li>{text.both(both)}</li>}
      {lostWords[circle] > 0 && <li>{text.lostWords(lostWords[circle])}</li>}
      {from.nip && into.nip && from.nip !== into.nip && <li>{text.taxIdsDiffer(from.nip, into.nip)}</li>}
      {gaining.length > 0 && <li>{text.gaining(names(gaining))}</li>}
      {losing.length > 0 && <li>{text.losing(names(losing))}</li>}
      <li>{text.hiddenToo}</li>
    </ul>
  )
}
