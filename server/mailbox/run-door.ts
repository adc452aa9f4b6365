import type { Door, Pace } from './door.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'
import { showState } from './show-state.ts'
import { watch } from './watch.ts'

/** Reads a mailbox until it is removed or told to stop. Trouble is shown, and tried again after a growing wait. */
export async function runDoor(door: Door) {
  let misses = 0
  while (!door.signal.aborted) {
    try {
      await watch(door, () => {
        misses = 0
      })
    } catch (error) {
      const trouble = error instanceof MailboxTrouble ? error : new MailboxTrouble('internal', error)
      if (trouble.code === 'gone' || door.signal.aborted) return
      misses += 1
      await showTrouble(door, trouble)
      await door.bell.heard(waitMs(door.pace, trouble.code, misses))
    }
  }
}

/**
 * How long to wait after the so-maniest failure in a row: twice as long each time, and never in step with others.
 * A refused password waits longest, because it is no better in a second; our own trouble shortest.
 */
export function waitMs(pace: Pace, code: MailboxTrouble['code'], misses: number): number {
  const isRefused = code === 'sign-in-refused'
  const first = isRefused ? pace.refusedWaitMs : pace.firstWaitMs
  const longest = isRefused ? 12 * first : code === 'storage' ? 10 * first : pace.longestWaitMs
  return Math.min(longest, first * 2 ** Math.min(misses - 1, 20)) * (0.5 + Math.random() / 2)
}

async function showTrouble(door: Door, { code, cause }: MailboxTrouble) {
  const { name, code: detail, stack } = (cause ?? {}) as Error & { code?: string }
  const at = code === 'internal' ? stack?.split('\n').find(line => line.startsWith('    at ')) : undefined
  // Not the cause's text: servers repeat what was said to them.
  door.log.warn({ mailboxId: door.mailboxId, trouble: code, name, code: detail, at: at?.trim() }, 'mailbox trouble')
  if (code === 'gone') return
  // When the database itself is the trouble, there is nowhere to show it.
  await showState(door, 'error', code).catch(() => {})
}
