import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openOrm, poolOf } from '../../server/database/orm.ts'
import { buildDatabase } from '../../server/database/work.ts'
import { takeIn } from '../../server/filing/receive-message.ts'
import { parseSource, stopParsing } from '../../server/mail/parse-source.ts'
import { openFileBlobs } from '../../server/storage/blob-store.ts'
import { say } from '../run/steps.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { buildCorpus, openDictionary } from './corpus.ts'
import { childrenOf } from './cost.ts'
import { send } from './load.ts'
import { idOf, kindOf, readers } from './plan.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * `npm run bench:ingest [-- --items 1000000 --mails 2000 --mean 100000 --folder DIR]`: how much mail a second the house
 * takes in, beside reading it alone and storing it alone, with the same corpus and as many hands at once.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '1000000' },
    mails: { type: 'string', default: '2000' },
    mean: { type: 'string', default: '100000' },
    folder: { type: 'string' },
  },
})
const HANDS = 8
const PATIENCE_MS = 300_000
const MEGABYTE = 1024 * 1024
const user = idOf(kindOf.user, readers['in 20,000 audiences'])
const words = openDictionary(1)
const corpusOf = (mails: number) =>
  buildCorpus(words, { run: crypto.randomUUID(), mails, meanBytes: Number(values.mean) })

const folder = values.folder ?? freshDataFolder('ingest')
const stage = await openStage(folder, Number(values.items))
try {
  for (const line of await figures(stage)) say(line)
} finally {
  await stage.stop()
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}

async function figures(at: Stage): Promise<string[]> {
  const mails = Number(values.mails)
  const corpus = corpusOf(mails)
  const bytes = corpus.reduce((sum, source) => sum + source.byteLength, 0)
  const read = await throughput(corpus, parseSource)
  const insert = await insertOnly(at, mails)
  await stopParsing()
  const whole = await takeInAll(at, corpus)
  return [
    `${mails} mails, mean ${Math.round(bytes / mails / 1000)} kB, ${HANDS} at once`,
    `read alone              ${perSecond(read)}`,
    `stored alone            ${perSecond(insert)}   (bytes on disk, transaction that stores, decides, files and indexes)`,
    `taken in                ${perSecond(whole.rate)}   share of the slower ${(whole.rate / Math.min(read, insert)).toFixed(2)}   (target 0.60)`,
    `event loop of the server, p99   ${whole.loop.toFixed(0)} ms   (target 100)`,
    `memory of the Node processes    ${whole.memory.toFixed(0)} MB with the load generator, ${whole.serverMemory.toFixed(0)} MB without   (target 600)`,
    `index lag                       words as they stand: ${mails - whole.indexed.words} of ${mails} mails behind; their basic forms: ${mails - whole.indexed.forms} behind when the last was filed, none ${whole.lag.toFixed(0)} s later`,
    `load generator's own CPU        ${whole.ownCpu.toFixed(2)} ms a mail`,
  ]
}

function perSecond(rate: number): string {
  return `${rate.toFixed(0).padStart(5)}/s`
}

/** So many sources through a number of hands, a second. */
async function throughput(sources: Buffer[], act: (source: Buffer, index: number) => Promise<unknown>) {
  const queue = sources.entries()
  const begin = performance.now()
  const hand = async () => {
    for (const [index, source] of queue) await act(source, index)
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  return (sources.length * 1000) / (performance.now() - begin)
}

/** Mail of the same sort that was read before the clock runs. */
async function insertOnly(at: Stage, mails: number): Promise<number> {
  const orm = await openOrm(at.appUrl)
  const database = buildDatabase(orm, await poolOf(orm))
  const blobs = openFileBlobs(path.join(at.folder, 'blobs'))
  const insert = async (count: number) => {
    const sources = corpusOf(count)
    const parsed = await Promise.all(sources.map(parseSource))
    return throughput(sources, async (source, index) => {
      const message = parsed[index]
      if (!message) throw new Error('one is parsed for each source')
      const [sourceHash] = await Promise.all([source, ...message.attachments.map(file => file.content)].map(blobs.put))
      const arrival = { door: 'push', sourceHash: sourceHash ?? '', sourceSize: source.byteLength } as const
      return database.intake(user, query => takeIn(query, message, arrival, {}, new Date()))
    })
  }
  // Every connection compiles the database's functions on its first mail.
  await insert(100)
  const rate = await insert(mails)
  await orm.close()
  return rate
}

async function takeInAll(at: Stage, corpus: Buffer[]) {
  const headers = { authorization: `Bearer ${await at.tokenFor(user)}`, 'content-type': 'message/rfc822' }
  const stored: string[] = []
  const post = async (body: Buffer) => {
    const answer = JSON.parse(
      await send(at.origin, undefined, { method: 'POST', path: '/api/messages', headers, body }),
    )
    if (answer.action === 'file') stored.push(answer.id)
  }
  await throughput(corpusOf(100), post)
  stored.length = 0
  await at.watchLoop()
  const before = process.cpuUsage()
  const rate = await throughput(corpus, post)
  const used = process.cpuUsage(before)
  const loop = await at.watchLoop()
  // The reader of attachments is a child of the server.
  const serverMemory = [at.serverPid, ...childrenOf(at.serverPid)].reduce((sum, pid) => sum + memoryOf(pid), 0)
  const indexed = await at.indexed(stored)
  return {
    rate,
    loop,
    serverMemory,
    memory: serverMemory + memoryOf(process.pid),
    indexed,
    lag: await untilIndexed(at, stored),
    ownCpu: (used.user + used.system) / 1000 / corpus.length,
  }
}

/** Waits until basic forms stand beside the words of all these mails; answers after how many seconds. */
async function untilIndexed(at: Stage, stored: string[]): Promise<number> {
  const start = performance.now()
  while ((await at.indexed(stored)).forms < stored.length) {
    if (performance.now() - start > PATIENCE_MS) throw new Error('the index does not come after')
    await pause(500)
  }
  return (performance.now() - start) / 1000
}

/** The most memory that a process ever had, in MB; nothing when it has ended. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  const peak = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] : 0
  return (Number(peak) * 1024) / MEGABYTE
}
