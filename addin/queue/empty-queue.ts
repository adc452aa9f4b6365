import type { FilingQueue, QueuedFiling } from '../host/mail-host.ts'

type Queue = Pick<FilingQueue, 'list' | 'retry' | 'discard'>

/** Tries everything that waits once, as long as the server answers; true when nothing is left. */
export async function sendAll(queue: Queue): Promise<boolean> {
  for (const { id } of await queue.list()) {
    await queue.retry(id)
    const left = (await queue.list()).find(one => one.id === id)
    if (left && isAway(left)) return false
  }
  return (await queue.list()).length === 0
}

/** Gives up everything that waits; true when nothing is left. The mails stay where they are. */
export async function discardAll(queue: Queue): Promise<boolean> {
  for (const { id } of await queue.list()) await queue.discard(id)
  return (await queue.list()).length === 0
}

function isAway({ failure }: QueuedFiling): boolean {
  return failure === 'offline' || failure === 'unavailable'
}
