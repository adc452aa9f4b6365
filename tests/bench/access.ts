import { setTimeout as pause } from 'node:timers/promises'
import { buildMail } from '../support/mail.ts'
import { openDictionary, wordsByZipf } from './corpus.ts'
import {
  biggest,
  changeAudience,
  companyPageOf,
  everyone,
  filePageOf,
  json,
  median,
  ms,
  rawAs,
  userOf,
} from './figures.ts'
import { oneByOne, send, underLoad } from './load.ts'
import { randomFrom } from './plan.ts'
import type { Stage } from './stage.ts'

const HANDS = 2
const WORDS = 400

/** What access costs while mail is taken in without a pause: pages of one file and of the company, and changing who sees. */
export async function accessWhileTakingIn(stage: Stage): Promise<string[]> {
  const intake = takeInWithoutPause(stage)
  try {
    // The first mails find cold caches and functions that are not compiled yet.
    await pause(2000)
    const begun = intake.amount()
    const start = performance.now()
    const lines = await figures(stage)
    const rate = ((intake.amount() - begun) * 1000) / (performance.now() - start)
    return [...lines, `mails taken in meanwhile   ${rate.toFixed(0)}/s, each stored, decided, filed and indexed`]
  } finally {
    await intake.stop()
  }
}

async function figures(stage: Stage): Promise<string[]> {
  const lines = [
    'page, reader                               HTTP p50   8 clients p95   (ms; target p95 50)   rules on p50   off p50   ratio   (target 1.3)',
  ]
  for (const reader of everyone) {
    const headers = await json(stage, reader)
    const [on, off] = await Promise.all([stage.appUrl, stage.superUrl].map(url => rawAs(url, userOf(reader))))
    if (!on || !off) throw new Error('two connections were opened')
    const pages: [string, string, ReturnType<typeof companyPageOf>][] = [
      ['file', `/api/contractors/${biggest}/timeline`, filePageOf(biggest, 51)],
      ['company', '/api/timeline', companyPageOf()],
    ]
    for (const [name, path, page] of pages) {
      const ask = () => ({ method: 'GET', path, headers })
      const single = await underLoad(stage.origin, 1, 1, ask)
      const many = await underLoad(stage.origin, 8, 1, ask)
      const timings: Record<'on' | 'off', number[]> = { on: [], off: [] }
      for (let round = 0; round < 5; round += 1) {
        timings.on.push((await oneByOne(60, () => on.run([page]))).p50)
        timings.off.push((await oneByOne(60, () => off.run([page]))).p50)
      }
      const [withRules, without] = [median(timings.on), median(timings.off)]
      const ratio = (withRules / without).toFixed(2)
      lines.push(
        `${`${name}, ${reader}`.padEnd(40)}${ms(single.p50)}   ${ms(many.p95)}                           ${ms(withRules)}   ${ms(without)}   ${ratio}`,
      )
    }
    await Promise.all([on.end(), off.end()])
  }
  const change = await changeAudience(stage)
  return [
    ...lines,
    `changing the audience of the biggest contractor   p50 ${ms(change.p50)}   p95 ${ms(change.p95)}   (ms; target 50)`,
  ]
}

/** Hands in raw mail of some kilobytes for the house to decide and file, several at once, until it is stopped. */
function takeInWithoutPause(stage: Stage) {
  const random = randomFrom(11)
  const words = openDictionary(1)
  const texts = Array.from({ length: 50 }, () => wordsByZipf(words, random, WORDS))
  let amount = 0
  let isOn = true
  const hand = async () => {
    const headers = { ...(await json(stage, 'in 20,000 audiences')), 'content-type': 'message/rfc822' }
    while (isOn) {
      const body = buildMail({
        messageId: `<${crypto.randomUUID()}@bench.example>`,
        from: `Biuro <biuro@k${amount % 200}.example>`,
        text: texts[amount % texts.length] ?? '',
      })
      await send(stage.origin, undefined, { method: 'POST', path: '/api/messages', headers, body })
      amount += 1
    }
  }
  // One at a time, because the server hands out one token at a time.
  const hands = [hand(), ...Array.from({ length: HANDS - 1 }, () => pause(500).then(hand))]
  return {
    amount: () => amount,
    async stop() {
      isOn = false
      await Promise.all(hands)
    },
  }
}
