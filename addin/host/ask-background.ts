import type { Answers, Question } from './thunderbird-question.ts'

const RECENT_MS = 1_000
const KEEP_AWAKE_MS = 1_000
const WAKE_ATTEMPTS = 8
const FIRST_PAUSE_MS = 10

let answeredAt = Number.NEGATIVE_INFINITY
let isLeaving = false

// Before whatever does its last act when the page goes away.
globalThis.addEventListener('pagehide', leave, { capture: true })

function leave(): void {
  isLeaving = true
}

/** Whether this page goes away, so that no answer reaches it any more. */
export function isPageLeaving(): boolean {
  return isLeaving
}

/** Asks the background and waits for its answer; a sleeping background wakes up for it. */
export async function ask<Kind extends Question['ask']>(
  question: Extract<Question, { ask: Kind }>,
): Promise<Answers[Kind]> {
  if (question.ask === 'open-message') {
    // Beside every mail this comes first, and it may be asked twice: a lost one costs less than an empty one before each.
    const answer = await send(question).then(
      told => ({ told: told as Answers[Kind] }),
      () => null,
    )
    if (answer) return answer.told
  }
  // What a page says as its last word has to be said at once: no answer reaches it any more.
  if (!isLeaving) await wake()
  // An unanswered question puts off the background's sleep only once, so a slow upload has to be kept awake.
  const keepAwake = setInterval(() => void send({ ask: 'wake' }).catch(() => undefined), KEEP_AWAKE_MS)
  try {
    return (await send(question)) as Answers[Kind]
  } finally {
    clearInterval(keepAwake)
  }
}

/** Wakes the background and keeps it awake, until it is told to stop. */
export function keepAwake(): () => void {
  const nudge = () => void send({ ask: 'wake' }).catch(() => undefined)
  nudge()
  const timer = setInterval(nudge, KEEP_AWAKE_MS)
  return () => clearInterval(timer)
}

/**
 * A question that meets the background just as it falls asleep is lost, and nobody can say whether it was heard.
 * So an empty one goes first, which may safely be repeated.
 */
async function wake(): Promise<void> {
  for (let attempt = 1; performance.now() - answeredAt > RECENT_MS; attempt += 1) {
    try {
      await send({ ask: 'wake' })
    } catch (error) {
      if (attempt === WAKE_ATTEMPTS) throw error
      await new Promise(resolve => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt))
    }
  }
}

async function send(question: Question): Promise<unknown> {
  const answer = await messenger.runtime.sendMessage(question)
  answeredAt = performance.now()
  return answer
}
