import type { Actor, Reply } from '../../support/people.ts'
import { type Case, type Company, type Contractor, type Item, type Rules, rulesFor } from './company.ts'
import type { ActName } from './plays.ts'
import type { Stage } from './stage.ts'

/** What one reader of a world is asked about, and how an answer is compared. */
export interface Reading {
  /** Who reads. */
  user: string
  stage: Stage
  company: Company
  rules: Rules
  /** Asks as the reader. */
  get(url: string): Promise<Reply>
  post(url: string, body: object): Promise<Reply>
  /** The answer to a question about one thing: what is expected where it is seen, 404 where not. */
  seen(reply: Reply, isSeen: boolean, what: string, expected: () => [found: unknown, expected: unknown]): void
  same(found: unknown, expected: unknown, what: string): void
}

export function readingOf(stage: Stage, actor: Actor): Reading {
  const { same } = stage
  return {
    user: actor.id,
    stage,
    company: stage.company,
    rules: rulesFor(stage.company, actor.id),
    get: actor.get,
    post: actor.post,
    same,
    seen(reply, isSeen, what, expected) {
      same(reply.status, isSeen ? 200 : 404, what)
      if (isSeen) same(...expected(), what)
    },
  }
}

type Judge = (reading: Reading) => Promise<void>

/** How a route is held to the model: its answers are judged, or acts play it, or it tells nothing that the rule hides (and why). */
export type Held = { judge: Judge } | { playedBy: ActName[] } | { tellsNothing: string }

export const judged = (judge: Judge): Held => ({ judge })
export const playedBy = (...acts: ActName[]): Held => ({ playedBy: acts })
export const tellsNothing = (why: string): Held => ({ tellsNothing: why })

export function ofEachFile(judge: (reading: Reading, one: Contractor) => Promise<void>): Held {
  return judged(async reading => {
    for (const one of reading.company.contractors) await judge(reading, one)
  })
}

export function ofEachCase(judge: (reading: Reading, kase: Case) => Promise<void>): Held {
  return judged(async reading => {
    for (const kase of reading.company.cases) await judge(reading, kase)
  })
}

export function ofEachItem(judge: (reading: Reading, item: Item) => Promise<void>): Held {
  return judged(async reading => {
    for (const item of reading.company.items) await judge(reading, item)
  })
}
