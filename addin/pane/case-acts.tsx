import { ArrowRightLeft, Lock, LockOpen, PenLine, UserRoundCog } from 'lucide'
import { useState } from 'preact/hooks'
import { type CaseFile, changeCase, readCase } from '../../shared/case-file.ts'
import type { Input, Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { RenameCaseForm } from '../file/rename-case-form.tsx'
import { useCloseCase } from '../file/use-close-case.ts'
import { groupName } from '../text/group-name.ts'
import { listNames } from '../text/list-names.ts'
import { Button } from '../ui/button.tsx'
import { useCaseText } from '../ui/case-text.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { AskedTrouble } from './asked-trouble.tsx'
import { CaseKeepers, type KeeperForm } from './case-keepers.tsx'
import { useHost } from './host-context.ts'
import { InlineForm } from './inline-form.tsx'
import { useAsked } from './use-asked.ts'
import { useFocusKept } from './use-focus-kept.ts'

type CaseAnswer = Output<typeof readCase>
type CaseActsProps = { caseFile: CaseFile; onDone: () => Promise<void> }

/**
 * Whose case it is and who sees it, and the ways to change that, its title and whether it is open; only those that the
 * server would not refuse.
 */
export function CaseActs({ caseFile, onDone }: CaseActsProps) {
  const host = useHost()
  const { id, title, managerId, closedAt } = caseFile
  const { value, failure, ask } = useAsked(
    () => call(host, readCase, { params: { caseId: id } }),
    [host, id, title, managerId, closedAt],
  )
  if (failure && !value) return <AskedTrouble failure={failure} onTryAgain={ask} />
  if (!value) {
    return (
      <Late>
        <SkeletonRows rows={2} />
      </Late>
    )
  }
  const handleChange = () => {
    ask()
    return onDone()
  }
  return <Acts caseFile={value} onDone={handleChange} />
}

type ActsProps = { caseFile: CaseAnswer; onDone: () => Promise<void> }

function Acts({ caseFile, onDone }: ActsProps) {
  const host = useHost()
  const text = useCaseText()
  const [form, setForm] = useState<'title' | KeeperForm | null>(null)
  const close = () => setForm(null)
  // A form that had to wait for its people does not know from which button it came.
  const box = useFocusKept<HTMLDivElement>(form ? 1 : 0)
  const { may, closedAt } = caseFile
  const change = async (body: Input<typeof changeCase>['body']) => {
    await call(host, changeCase, { params: { caseId: caseFile.id }, body })
    await onDone()
  }
  return (
    <div ref={box} class="case-acts" tabIndex={-1}>
      <Facts caseFile={caseFile} />
      {closedAt && <p class="small faint">{text.caseState.closedNotice}</p>}
      {form === 'title' && (
        <RenameCaseForm
          host={host}
          caseFile={caseFile}
          Frame={InlineForm}
          onChanged={() => void onDone()}
          onClose={close}
        />
      )}
      {(form === 'manager' || form === 'viewers') && (
        <CaseKeepers form={form} caseFile={caseFile} onChange={change} onClose={close} />
      )}
      <div class="actions" hidden={form !== null}>
        {may.change && (
          <Button look="quiet" icon={PenLine} onClick={() => setForm('title')}>
            {text.renameCase.open}
          </Button>
        )}
        {may.changeAudience && (
          <>
            <Button look="quiet" icon={ArrowRightLeft} onClick={() => setForm('manager')}>
              {text.handOver.caseTitle}
            </Button>
            <Button look="quiet" icon={UserRoundCog} onClick={() => setForm('viewers')}>
              {text.placeViewers.button}
            </Button>
          </>
        )}
        {may.change && <CloseButton caseFile={caseFile} onDone={onDone} />}
      </div>
      {!may.change && !may.changeAudience && <p class="small faint">{text.caseActs.seenOnly}</p>}
    </div>
  )
}

/** Whose case it is, and for whom to see. */
function Facts({ caseFile: { managerId, managerName, audience } }: Pick<ActsProps, 'caseFile'>) {
  const { caseActs: text, handOver } = useCaseText()
  const language = useLanguage()
  const names = audience.map(({ name, isGroup }) => (isGroup ? groupName(language, name) : name))
  return (
    <p class="small faint">
      {managerId && <span>{text.manager(managerName ?? handOver.gone)}</span>}
      <span>{text.viewers(listNames(language, names))}</span>
    </p>
  )
}

function CloseButton({ caseFile, onDone }: ActsProps) {
  const host = useHost()
  const words = useText()
  const text = useCaseText().caseState
  const isOpen = caseFile.closedAt === null
  const deed = useCloseCase({ host, caseFile, onChanged: onDone })
  return (
    <>
      <Button look="quiet" icon={isOpen ? Lock : LockOpen} busy={deed.isBusy} onClick={deed.run}>
        {isOpen ? text.close : text.reopen}
      </Button>
      {deed.failure && <Notice>{words.failure[deed.failure]}</Notice>}
    </>
  )
}
