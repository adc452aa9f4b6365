import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../shared/user.ts'
import { lastAccount } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useBesideText } from './beside-text.ts'
import { targetOf } from './bulk-run.ts'
import { useHost } from './host-context.ts'
import { forgetRun, type KeptRun, keepRun, runsLeft } from './kept-run.ts'
import { Results } from './several-mails.tsx'
import { useBulkFiling } from './use-bulk-filing.ts'

/** What this user was filing when the pane was closed: to be gone on with, or let go. */
export function LeftRun({ user }: { user: Me | null }) {
  const host = useHost()
  const email = user?.email
  const [left, setLeft] = useState<KeptRun[]>([])
  useEffect(() => {
    let current = true
    void accountOf(host, email).then(async account => {
      const found = account ? await runsLeft(host.storage, account) : []
      // What is gone on with stays, though it is left no more.
      const others = (known: KeptRun[]) => found.filter(({ id }) => known.every(one => one.id !== id))
      const own = (known: KeptRun[]) => known.filter(one => one.account === account)
      if (current) setLeft(known => [...own(known), ...others(known)])
    })
    return () => {
      current = false
    }
  }, [host, email])
  const handleClose = (id: string) => setLeft(runs => runs.filter(run => run.id !== id))
  return (
    <>
      {left.map(run => (
        <Left key={run.id} run={run} onClose={() => handleClose(run.id)} />
      ))}
    </>
  )
}

/** Until the server was asked anything, he is here whose session is kept. */
async function accountOf(host: MailHost, email: string | undefined): Promise<string | null> {
  return (email ?? (await lastAccount(host).catch(() => null)))?.toLowerCase() ?? null
}

function Left({ run, onClose }: { run: KeptRun; onClose: () => void }) {
  const host = useHost()
  const { several: words, failure: failures, close: closing } = useText()
  const text = useBesideText().leftRun
  const { results, left, isRunning, noCase, follow } = useBulkFiling(run.mails)
  const [isBegun, setIsBegun] = useState(false)
  const heading = left.length > 0 ? text.heading(isRunning ? run.mails.length : left.length) : words.over

  async function goOn() {
    setIsBegun(true)
    // Without its case nothing of it is filed, and it is there to be tried again also by the next pane.
    if (await follow(left, run.place && targetOf(run.place), run.id)) await keepRun(host.storage, run)
  }

  function close() {
    void forgetRun(host.storage, run.id)
    onClose()
  }

  return (
    <section class="part stack" aria-label={heading}>
      <Notice look="calm" heading={heading}>
        <p>{run.place?.name || words.bySelf}</p>
        {isRunning && <p>{words.keepOpen}</p>}
        {!isBegun && <p>{text.why}</p>}
      </Notice>
      {noCase && !isRunning && <Notice heading={words.noCase}>{failures[noCase]}</Notice>}
      {isBegun && <Results mails={run.mails} results={results} />}
      <div class="actions">
        {left.length > 0 && (
          <Button look="primary" busy={isRunning} onClick={() => void goOn()}>
            {isRunning && words.busy(run.mails.length - left.length, run.mails.length)}
            {!isRunning && (isBegun ? words.again(left.length) : text.goOn)}
          </Button>
        )}
        {!isRunning && (
          <Button look="quiet" onClick={close}>
            {left.length > 0 ? text.drop : closing}
          </Button>
        )}
      </div>
    </section>
  )
}
