import { Building2, FolderInput, Unlink, X } from 'lucide'
import { useState } from 'preact/hooks'
import type { ItemRow } from '../../shared/item.ts'
import { ApiError, type FailureCode } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { commonTitleOf } from '../pane/case-title.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { CaseChoice } from './case-choice.tsx'
import { FileMailsDialog } from './file-mails-dialog.tsx'
import { type MovedItem, type MoveTarget, moveBack, moveMany } from './move-many.ts'
import { SeenInPlace } from './seen-in-place.tsx'
import { TakeOutDialog } from './take-out-dialog.tsx'
import type { Selection } from './use-selection.ts'

interface SelectionBarProps {
  contractorId: string
  /** The case whose own list this is: rows leave that one and stay in their others. */
  ofCase?: string
  rows: ItemRow[]
  selection: Selection
  onMoved: () => void
}

/** What can be done with the ticked rows: into a case, out of cases, to another contractor, and back. */
export function SelectionBar({ contractorId, ofCase, rows, selection, onMoved }: SelectionBarProps) {
  const { selection: text, moveMany: words } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [caseId, setCaseId] = useState('')
  const chosen = rows.filter(row => selection.ids.has(row.id))
  const [dialog, setDialog] = useState<'take-out' | 'elsewhere'>()
  const close = () => setDialog(undefined)
  const [failure, setFailure] = useState<FailureCode>()
  const here = ofCase ? { fromCases: [ofCase] } : {}
  const assign = useDeed(async () => void (await move({ caseId, ...here })))
  const inSeveral = ofCase ? 0 : chosen.filter(row => row.cases.length > 1).length

  /** Answers why the rest was not even tried. */
  async function move(to: MoveTarget): Promise<FailureCode | undefined> {
    setFailure(undefined)
    const { done, failed: left, failure: why } = await moveMany(host, chosen, to)
    setFailure(why)
    onMoved()
    // What could not be moved stays ticked where the server did not answer, to be tried again.
    selection.put(why ? chosen.slice(done.length).map(row => row.id) : [])
    toast({
      message: [done.length > 0 && text.done(done.length), left > 0 && text.left(left)].filter(Boolean).join(' '),
      ...(done.length > 0 && { onUndo: () => void undo(done) }),
    })
    return why
  }

  async function undo(done: MovedItem[]) {
    await moveBack(host, done).catch(() => toast({ message: text.notUndone }))
    onMoved()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand on a line of its own
    <div class="selection-bar" role="group" aria-label={text.count(chosen.length)}>
      <strong role="status">{text.count(chosen.length)}</strong>
      <Button look="quiet" onClick={() => selection.put(rows.map(row => row.id))}>
        {text.all}
      </Button>
      <div class="case-choice">
        <CaseChoice
          contractorId={contractorId}
          label={text.case}
          none={text.choose}
          caseId={caseId}
          onCaseId={setCaseId}
        />
      </div>
      <Button
        look="primary"
        icon={FolderInput}
        busy={assign.isBusy || chosen.length === 0 || caseId === ''}
        onClick={assign.run}
      >
        {text.assign}
      </Button>
      <Button icon={Unlink} busy={chosen.length === 0} onClick={() => setDialog('take-out')}>
        {ofCase ? text.takeOutHere : text.takeOut}
      </Button>
      <Button icon={Building2} busy={chosen.length === 0} onClick={() => setDialog('elsewhere')}>
        {words.elsewhere}
      </Button>
      <Button look="bare" icon={X} aria-label={text.end} onClick={selection.end} />
      {inSeveral > 0 && <p class="small faint">{text.several(inSeveral)}</p>}
      {caseId !== '' && (
        <div class="seen-in-place">
          <SeenInPlace contractorId={contractorId} caseId={caseId} isMoved />
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
      {dialog === 'take-out' && (
        <TakeOutDialog
          contractorId={contractorId}
          amount={chosen.length}
          isOfCase={ofCase !== undefined}
          onClose={close}
          onTakeOut={async () => {
            await move({ caseId: null, ...here })
            close()
          }}
        />
      )}
      {dialog === 'elsewhere' && (
        <FileMailsDialog
          title={words.title(chosen.length)}
          button={words.button}
          suggestions={[]}
          newTitle={commonTitleOf(chosen.map(row => row.title))}
          isMoved
          onClose={close}
          onPlace={async place => {
            const why = await move(place)
            if (why) throw new ApiError(why)
            close()
          }}
        />
      )}
    </div>
  )
}
