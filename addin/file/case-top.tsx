import { Lock, LockOpen, PenLine } from 'lucide'
import { useState } from 'preact/hooks'
import type { readCase } from '../../shared/case-file.ts'
import { followCase } from '../../shared/notification.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { ActRow } from './act-row.tsx'
import { RenameCaseForm } from './rename-case-form.tsx'
import { useCloseCase } from './use-close-case.ts'
import { useFollow } from './use-follow.ts'
import './access.css'

interface CaseTopProps {
  caseFile: Output<typeof readCase>
  onChanged: (changed: Partial<Output<typeof readCase>>) => void
}

/** What the case is called, whether it is open, and the way to close or reopen it. */
export function CaseTop({ caseFile, onChanged }: CaseTopProps) {
  const { caseFile: text, caseState, renameCase } = useAppText()
  const { host } = useSurroundings()
  const isOpen = caseFile.closedAt === null
  const mayChange = caseFile.may.change
  const [isRenaming, setIsRenaming] = useState(false)
  const deed = useCloseCase({ host, caseFile, onChanged })
  const follow = useFollow(caseFile.follows, async follows => {
    await call(host, followCase, { params: { caseId: caseFile.id }, body: { follows } })
    onChanged({ ...caseFile, follows })
  })

  return (
    <header class="page-top">
      <div>
        <p class="faint number">
          {text.sort} {caseFile.reference} · <CaseState isOpen={isOpen} />
        </p>
        <PageHeading title={caseFile.title} />
      </div>
      <ActRow
        acts={[
          follow,
          mayChange && {
            ...deed,
            name: 'close',
            icon: isOpen ? Lock : LockOpen,
            word: isOpen ? caseState.close : caseState.reopen,
          },
          mayChange && { name: 'rename', icon: PenLine, word: renameCase.open, run: () => setIsRenaming(true) },
        ]}
      />
      {isRenaming && (
        <RenameCaseForm
          host={host}
          caseFile={caseFile}
          Frame={FormDialog}
          onChanged={onChanged}
          onClose={() => setIsRenaming(false)}
        />
      )}
      {!isOpen && (
        <Notice look="calm">
          <p>{caseState.closedNotice}</p>
        </Notice>
      )}
    </header>
  )
}

interface CaseStateProps {
  isOpen: boolean
}

function CaseState({ isOpen }: CaseStateProps) {
  const text = useAppText().caseFile
  return (
    <span class={isOpen ? 'case-state good' : 'case-state'}>
      <Icon shape={isOpen ? LockOpen : Lock} />
      {isOpen ? text.open : text.closed}
    </span>
  )
}
