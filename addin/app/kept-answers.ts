import { currentVisit } from './visit.ts'

const VISITS = 30
const forgets: (() => void)[] = []
const answers = new Map<string, Map<string, unknown>>()

/** What this visit showed when the reader left it, so that going back shows it at once. */
export function keptAnswer<Value>(name: string): Value | undefined {
  return answers.get(currentVisit().key)?.get(name) as Value | undefined
}

/** Keeps what a visit shows; the oldest visits are forgotten. */
export function keepAnswer(visitKey: string, name: string, value: unknown) {
  const own = answers.get(visitKey) ?? new Map<string, unknown>()
  own.set(name, value)
  answers.delete(visitKey)
  answers.set(visitKey, own)
  const [oldest] = answers.keys()
  if (answers.size > VISITS && oldest !== undefined) answers.delete(oldest)
}

/** Has `forget` called whenever everything is forgotten, for what is kept elsewhere. */
export function alsoForget(forget: () => void) {
  forgets.push(forget)
}

/** Forgets everything, since another reader may follow. */
export function forgetAnswers() {
  answers.clear()
  for (const forget of forgets) forget()
}
