import { Building2, FolderInput, Unlink, X } from 'lucide'
import { useState } from 'preact/hooks'
import { listCases } from '../../shared/case-file.ts'
import type { ItemRow } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { FileMailsDialog } from './file-mails-dialog.tsx'
import { type MoveTarget, moveBack, moveMany } from './move-many.ts'
import { isMovable, type Selection } from './use-selection.ts'

const MOST_CASES = 200

interface SelectionBarProps {
  contractorId: string
  rows: ItemRow[]
  selection: Selection
  onMoved: () => void
}

/** What can be done with the ticked rows: into a case, out of cases, to another contractor, and back. */
export function SelectionBar({ contractorId, rows, selection, onMoved }: SelectionBarProps) {
  const { selection: text, moveMany: words } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [caseId, setCaseId] = useState('')
  const cases = useAnswer(`cases to move many to ${contractorId}`, () =>
    call(host, listCases, { params: { contractorId }, querystring: { open: true, limit: MOST_CASES } }),
  )
  const chosen = rows.filter(row => selection.ids.has(row.id))
  const [isElsewhere, setIsElsewhere] = useState(false)
  const [failed, setFailed] = useState<'assign' | 'takeOut'>('assign')
  const assign = useDeed(() => move({ caseId }))
  const takeOut = useDeed(() => move({ caseId: null }))

  async function move(to: MoveTarget) {
    setFailed(to.caseId ? 'assign' : 'takeOut')
    const { done, failed: left } = await moveMany(host, chosen, to)
    onMoved()
    selection.put([])
    toast({
      message: [done.length > 0 && text.done(done.length), left > 0 && text.left(left)].filter(Boolean).join(' '),
      ...(done.length > 0 && { onUndo: () => void moveBack(host, done).then(onMoved, onMoved) }),
    })
  }

  const { failure } = { assign, takeOut }[failed]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand on a line of its own
    <div class="selection-bar" role="group" aria-label={text.count(chosen.length)}>
      <strong role="status">{text.count(chosen.length)}</strong>
      <Button look="quiet" onClick={() => selection.put(rows.filter(isMovable).map(row => row.id))}>
        {text.all}
      </Button>
      <label class="inline-field">
        <span class="small faint">{text.case}</span>
        <select class="input" value={caseId} onChange={event => setCaseId(event.currentTarget.value)}>
          <option value="">{text.choose}</option>
          {(cases.value?.items ?? []).map(caseFile => (
            <option key={caseFile.id} value={caseFile.id}>
              {caseFile.reference} {caseFile.title}
            </option>
          ))}
        </select>
      </label>
      <Button
        look="primary"
        icon={FolderInput}
        busy={assign.isBusy || chosen.length === 0 || caseId === ''}
        onClick={assign.run}
      >
        {text.assign}
      </Button>
      <Button icon={Unlink} busy={takeOut.isBusy || chosen.length === 0} onClick={takeOut.run}>
        {text.takeOut}
      </Button>
      <Button icon={Building2} busy={chosen.length === 0} onClick={() => setIsElsewhere(true)}>
        {words.elsewhere}
      </Button>
      <Button look="bare" icon={X} aria-label={text.end} onClick={selection.end} />
      {failure && <FailureNotice failure={failure} />}
      {isElsewhere && (
        <FileMailsDialog
          title={words.title(chosen.length)}
          button={words.button}
          suggestions={[]}
          onClose={() => setIsElsewhere(false)}
          onPlace={async place => {
            await move(place)
            setIsElsewhere(false)
          }}
        />
      )}
    </div>
  )
}
