import { useEffect, useState } from 'preact/hooks'
import type { SelectedMail } from '../host/mail-host.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { type BulkResult, type BulkTarget, bulkRunOf } from './bulk-run.ts'
import { useHost } from './host-context.ts'

/** How the filing of selected mails stands. It goes on when others are selected, and says so. */
export function useBulkFiling(mails: SelectedMail[]) {
  const run = bulkRunOf(useHost())
  const text = useText().several
  const toast = useToast()
  const [, setTurn] = useState(0)
  const countDone = () => mails.filter(({ id }) => isOver(run.results().get(id))).length
  const isRunning = () => mails.some(({ id }) => run.isDue(id))

  useEffect(() => {
    const stop = run.watch(mails, () => setTurn(turn => turn + 1))
    return () => {
      stop()
      if (isRunning()) toast({ message: text.goesOn(countDone(), mails.length) })
      else run.forget(mails)
    }
  }, [run])

  async function file(chosen: SelectedMail[], target: BulkTarget) {
    if (isRunning()) return
    await run.file(chosen, target)
    if (!run.isWatched(mails)) toast({ message: text.ended(countDone(), mails.length) })
  }

  return { results: run.results(), isRunning: isRunning(), file }
}

/** Whether nothing is left to do for a mail. */
export function isOver(result: BulkResult | undefined): boolean {
  return result !== undefined && result.is !== 'failed' && result.is !== 'filing'
}
