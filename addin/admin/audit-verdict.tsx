import { ShieldCheck } from 'lucide'
import { useState } from 'preact/hooks'
import { type AuditVerification, verifyAudit } from '../../shared/audit.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'

/** Has the whole log examined, and says how it is. */
export function AuditVerdict() {
  const text = useAdminText().audit
  const { host } = useSurroundings()
  const [verdict, setVerdict] = useState<AuditVerification>()
  const deed = useDeed(async () => setVerdict(await call(host, verifyAudit)))
  return (
    <div class="column">
      <div>
        <Button icon={ShieldCheck} busy={deed.isBusy} onClick={deed.run}>
          {text.verify}
        </Button>
      </div>
      {deed.failure && <FailureNotice failure={deed.failure} />}
      {verdict && <Verdict verdict={verdict} />}
    </div>
  )
}

function Verdict({ verdict: { faults, sealed, unsealed } }: { verdict: AuditVerification }) {
  const text = useAdminText().audit
  const language = useLanguage()
  const number = (amount: number) => amount.toLocaleString(language === 'pl' ? 'pl' : 'en-GB')
  if (faults.length === 0)
    return (
      <Notice look="calm">
        <p role="status">{text.whole(number(sealed), number(unsealed))}</p>
      </Notice>
    )
  return (
    <Notice heading={text.broken}>
      <ul>
        {faults.map(({ kind, position, entryId }) => (
          <li key={`${kind} ${position} ${entryId}`}>
            {text.faults[kind](position === null ? (entryId ?? '') : number(position))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
