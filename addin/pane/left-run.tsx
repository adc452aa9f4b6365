import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../shared/user.ts'
import { lastAccount } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useBesideText } from './beside-text.ts'
import { bulkRunOf, targetOf } from './bulk-run.ts'
import { useHost } from './host-context.ts'
import { forgetRun, type KeptRun, runsLeft } from './kept-run.ts'
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
  const { several: words, failure: failures } = useText()
  const text = useBesideText().leftRun
  const { results, isRunning, noCase } = useBulkFiling(run.mails)
  const [isBegun, setIsBegun] = useState(false)
  const isOver = isBegun && !isRunning
  const done = run.mails.filter(({ id }) => results.get(id)?.is !== undefined).length

  function goOn() {
    setIsBegun(true)
    void bulkRunOf(host).file(run.mails, run.place && targetOf(run.place), run.id)
  }

  function close() {
    if (!isBegun) void forgetRun(host.storage, run.id)
    onClose()
  }

  return (
    <section class="part stack" aria-label={text.heading(run.mails.length)}>
      <Notice look="calm" heading={text.heading(run.mails.length)}>
        {run.place?.name || words.bySelf}. {isRunning ? words.keepOpen : text.why}
      </Notice>
      {noCase && isOver && <Notice heading={words.noCase}>{failures[noCase]}</Notice>}
      {isBegun && <Results mails={run.mails} results={results} />}
      <div class="actions">
        {!isOver && (
          <Button look="primary" busy={isRunning} onClick={goOn}>
            {isRunning ? words.busy(done, run.mails.length) : text.goOn}
          </Button>
        )}
        {!isRunning && (
          <Button look="quiet" onClick={close}>
            {isOver ? words.over : text.drop}
          </Button>
        )}
      </div>
    </section>
  )
}
