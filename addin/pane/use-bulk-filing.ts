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
    await follow(chosen, target && { ...target, caseNumber: run.numberOf(mails, target) })
  }

  /** The same for a run that was left, which has its numbers already. Answers why its case could not be opened. */
  async function follow(chosen: SelectedMail[], target: BulkTarget | null, id?: string): Promise<FailureCode | null> {
    if (isRunning()) return null
    setNoCase(null)
    const failure = await run.file(chosen, target, id)
    setNoCase(failure)
    if (run.isWatched(mails)) return failure
    const { noCase: heading, ended } = text.several
    toast({ message: failure ? `${heading} ${text.failure[failure]}` : ended(countDone(), mails.length) })
    return failure
  }

  const left = mails.filter(({ id }) => !isOver(run.results().get(id)))
  return { results: run.results(), left, isRunning: isRunning(), noCase, file, follow }
}

/** Whether nothing is left to do for a mail. */
function isOver(result: BulkResult | undefined): boolean {
  return result !== undefined && result.is !== 'failed' && result.is !== 'filing'
}
