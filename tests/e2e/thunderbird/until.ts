import { setTimeout as pause } from 'node:timers/promises'

const POLL_MS = 25

/** Asks again and again until the answer is neither null nor undefined nor false, and fails with `what` after the limit. */
export async function until<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
  { limitMs = 20_000 }: { limitMs?: number } = {},
): Promise<NonNullable<Answer>> {
  const end = Date.now() + limitMs
  let failure: unknown
  while (Date.now() < end) {
    try {
      const answer = await ask()
      if (answer !== null && answer !== undefined && answer !== false) return answer
      failure = undefined
    } catch (error) {
      failure = error
    }
    await pause(POLL_MS)
  }
  throw new Error(`waited ${limitMs} ms in vain: ${what}`, { cause: failure })
}
