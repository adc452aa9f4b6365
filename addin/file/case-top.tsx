import { Lock, LockOpen } from 'lucide'
import type { readCase } from '../../shared/case-file.ts'
import { followCase } from '../../shared/notification.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { FollowButton } from './follow-button.tsx'
import { RenameCase } from './rename-case.tsx'
import { useCloseCase } from './use-close-case.ts'
import './access.css'

interface CaseTopProps {
  caseFile: Output<typeof readCase>
  onChanged: (changed: Partial<Output<typeof readCase>>) => void
}

/** What the case is called, whether it is open, and the way to close or reopen it. */
export function CaseTop({ caseFile, onChanged }: CaseTopProps) {
  const { caseFile: text, caseState } = useAppText()
  const { host } = useSurroundings()
  const isOpen = caseFile.closedAt === null
  const deed = useCloseCase({ host, caseFile, onChanged })

  return (
    <header class="page-top">
      <div>
        <p class="faint number">
          {text.sort} {caseFile.reference} · <CaseState isOpen={isOpen} />
        </p>
        <PageHeading title={caseFile.title} />
      </div>
      <div class="buttons">
        {caseFile.may.change && <RenameCase caseFile={caseFile} onChanged={onChanged} />}
        <FollowButton
          follows={caseFile.follows}
          onFollow={async follows => {
            await call(host, followCase, { params: { caseId: caseFile.id }, body: { follows } })
            onChanged({ ...caseFile, follows })
          }}
        />
        {caseFile.may.change && (
          <Button icon={isOpen ? Lock : LockOpen} busy={deed.isBusy} onClick={deed.run}>
            {isOpen ? caseState.close : caseState.reopen}
          </Button>
        )}
      </div>
      {deed.failure && <FailureNotice failure={deed.failure} />}
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
