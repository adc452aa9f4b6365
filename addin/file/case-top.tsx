import { Lock, LockOpen } from 'lucide'
import { changeCase, type readCase } from '../../shared/case-file.ts'
import { followCase } from '../../shared/notification.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { FollowButton } from './follow-button.tsx'
import { RenameCase } from './rename-case.tsx'
import './access.css'

interface CaseTopProps {
  caseFile: Output<typeof readCase>
  onChanged: (changed: Partial<Output<typeof readCase>>) => void
}

/** What the case is called, whether it is open, and the way to close or reopen it. */
export function CaseTop({ caseFile, onChanged }: CaseTopProps) {
  const text = useAppText().caseFile
  const { host } = useSurroundings()
  const toast = useToast()
  const isOpen = caseFile.closedAt === null
  const deed = useDeed(async () => {
    onChanged(await call(host, changeCase, { params: { caseId: caseFile.id }, body: { closed: isOpen } }))
    toast({ message: isOpen ? text.closedNow : text.reopenedNow })
  })

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
        <Button icon={isOpen ? Lock : LockOpen} busy={deed.isBusy} onClick={deed.run}>
          {isOpen ? text.close : text.reopen}
        </Button>
      </div>
      {deed.failure && <FailureNotice failure={deed.failure} />}
      {!isOpen && (
        <Notice look="calm">
          <p>{text.closedNotice}</p>
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
