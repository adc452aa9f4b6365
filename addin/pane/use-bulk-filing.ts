import { useEffect, useState } from 'preact/hooks'
import type { FailureCode } from '../api/api-error.ts'
import type { SelectedMail } from '../host/mail-host.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { type BulkResult, type BulkTarget, bulkRunOf } from './bulk-run.ts'
import { useHost } from './host-context.ts'

/** How the filing of selected mails stands. It goes on when others are selected, and says so. */
export function useBulkFiling(mails: SelectedMail[]) {
  const run = bulkRunOf(useHost())
  const text = useText()
  const toast = useToast()
  const [, setTurn] = useState(0)
  /** Why the case for them could not be opened. */
  const [noCase, setNoCase] = useState<FailureCode | null>(null)
  const countDone = () => mails.filter(({ id }) => isOver(run.results().get(id))).length
  const isRunning = () => mails.some(({ id }) => run.isDue(id))

  useEffect(() => {
    const stop = run.watch(mails, () => setTurn(turn => turn + 1))
    return () => {
      stop()
      if (isRunning()) toast({ message: text.several.goesOn(countDone(), mails.length) })
      else run.forget(mails)
    }
  }, [run])

  async function file(chosen: SelectedMail[], target: Omit<BulkTarget, 'caseNumber'> | null) {
    if (isRunning()) return
    setNoCase(null)
    const failure = await run.file(chosen, target && { ...target, caseNumber: run.numberOf(mails, target) })
    setNoCase(failure)
    if (run.isWatched(mails)) return
    const { noCase: heading, ended } = text.several
    toast({ message: failure ? `${heading} ${text.failure[failure]}` : ended(countDone(), mails.length) })
  }

  return { results: run.results(), isRunning: isRunning(), noCase, file }
}

/** Whether nothing is left to do for a mail. */
export function isOver(result: BulkResult | undefined): boolean {
  return result !== undefined && result.is !== 'failed' && result.is !== 'filing'
}
