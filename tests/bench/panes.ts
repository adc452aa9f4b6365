import type { Statement } from '../../server/database/work.ts'
import { paneLookup } from '../../server/lookup/lookup.sql.ts'
import type { Cost } from './cost.ts'
import { everyone, json, median, ms, rawAs, userOf, whileWriting } from './figures.ts'
import { type Ask, oneByOne, type Timing, underLoad } from './load.ts'
import type { Reader } from './plan.ts'
import type { Stage } from './stage.ts'

/** How often every kind of reader has his turn; the machine's other guests disturb some turns, never the same of each. */
const ROUNDS = 5

/** Lookup with the first timeline page of the biggest file: server against the same statements by hand. */
export async function panes(stage: Stage): Promise<string[]> {
  const heads = ['reader                 ', 'raw p50', 'HTTP p50', '8 clients p95', 'per second: median, best']
  const lines = [
    `${heads.join('   ')}   with writers p95   CPU ms a request: database, server, load   (target raw + 3 ms, 1,000/s)`,
  ]
  const seen: { reader: Reader; ask: () => Ask }[] = []
  for (const reader of everyone) seen.push({ reader, ask: await paneOf(stage, reader) })
  // A server that has just started compiles its code, and a database reads its pages, on the first hundreds of requests.
  for (const { ask } of seen) await underLoad(stage.origin, 8, 2, ask)
  const turns = new Map<Reader, PaneTurn[]>(everyone.map(reader => [reader, []]))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { reader, ask } of seen) turns.get(reader)?.push(await paneTurn(stage, reader, ask))
  const typical: number[] = []
  for (const { reader, ask } of seen) {
    const of = (figure: (turn: PaneTurn) => number) => median((turns.get(reader) ?? []).map(figure))
    const best = Math.max(...(turns.get(reader) ?? []).map(turn => turn.many.perSecond))
    const busy = await whileWriting(stage, () => underLoad(stage.origin, 8, 4, ask))
    const single = of(turn => turn.single.p50)
    typical.push(single)
    const rate = [of(turn => turn.many.perSecond), best].map(each => each.toFixed(0).padStart(7)).join('')
    const figures = [ms(of(turn => turn.raw)), ms(single), ms(of(turn => turn.many.p95)), rate, ms(busy.p95)]
    const spent = (['database', 'server', 'load'] as const).map(who => ms(of(turn => turn.cost[who] / turn.many.all)))
    lines.push(`${reader.padEnd(24)}${figures.join('      ')}      ${spent.join('')}`)
  }
  const shares = typical.slice(0, 3)
  return [
    ...lines,
    `the three visible shares, slowest to quickest   ${(Math.max(...shares) / Math.min(...shares)).toFixed(2)}   (target 2)`,
  ]
}

/** One turn of one reader: the statements by hand, one client, and eight with what they cost. */
interface PaneTurn {
  raw: number
  single: Timing
  many: Timing
  cost: Cost
}

async function paneTurn(stage: Stage, reader: Reader, ask: () => Ask): Promise<PaneTurn> {
  const by = await rawAs(stage.appUrl, userOf(reader))
  const addresses = ['biuro@k0.example', 'u0@nasza.example']
  const mail = 'm500@k.example'
  const now = new Date().toISOString()
  const lookup: [Statement, unknown[]] = [paneLookup, [addresses, [], addresses[0], mail, [], [], mail, null, now, 26]]
  const raw = (await oneByOne(100, () => by.run([lookup]))).p50
  await by.end()
  const single = await underLoad(stage.origin, 1, 1, ask)
  const spent = stage.watchCost()
  const many = await underLoad(stage.origin, 8, 2, ask)
  return { raw, single, many, cost: spent() }
}

/** What the pane of a reader asks for beside a mail of the biggest contractor. */
async function paneOf(stage: Stage, reader: Reader): Promise<() => Ask> {
  const headers = await json(stage, reader)
  const body = JSON.stringify({ messageId: 'm500@k.example', from: ['biuro@k0.example'], to: ['u0@nasza.example'] })
  return () => ({ method: 'POST', path: '/api/lookup', headers, body })
}
