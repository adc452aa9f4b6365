import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { startCpuClock } from '../../support/cpu-clock.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'
import { hostileKinds } from '../mail/hostile-kinds.ts'

const TIME_LIMIT_MS = 2_000
const NEXT_LIMIT_MS = 1_000
const MEMORY_LIMIT = 256 * 1024 * 1024
const SAMPLE_MS = 5

const test = await openTestHouse()
const anna = await buildUser(test)
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

// The first mail pays for what is loaded once.
await anna.hand(buildMail({ subject: 'Rozgrzewka' }))

/** Each under an id of its own, where it has a header: those alike would be one message, marked by the first of them. */
let count = 0
function withId(source: Buffer): Buffer {
  count += 1
  const id = Buffer.from(`Message-ID: <wroga-${count}@firma.example>\r\n`)
  return source.includes('@firma.example>') ? Buffer.concat([id, source]) : source
}

/**
 * What a piece of work takes: processor time of all threads, for the clock tells as much about who else uses the machine, and
 * the most memory above what there was.
 */
async function measure<Answer>(work: () => Promise<Answer>) {
  collectGarbage()
  const base = process.memoryUsage.rss()
  let most = base
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, SAMPLE_MS)
  const cpuMs = startCpuClock()
  const answer = await work()
  const tookMs = cpuMs()
  clearInterval(sampling)
  return { answer, tookMs, memory: Math.max(most, process.memoryUsage.rss()) - base }
}

it('knows at least 36 kinds', () => {
  expect(hostileKinds.length).toBeGreaterThanOrEqual(36)
})

it.each(hostileKinds)(
  'takes in %s in time, whole and marked, and goes on',
  { timeout: 60_000 },
  async (_name, build, marks = []) => {
    const source = withId(Buffer.from(build()))
    const hash = createHash('sha256').update(source).digest('hex')

    const { answer, tookMs, memory } = await measure(() => anna.hand(source))
    const next = await measure(() => anna.hand(buildMail({ subject: 'Następna', messageId: `<${hash}@next.example>` })))

    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const { rows } = await test.asSuper.query(
      'select m.marks, m.unreadable from message_copy c join message m on m.id = c.message_id where c.source_hash = $1',
      [hash],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].unreadable).toBeNull()
    expect(rows[0].marks).toEqual(expect.arrayContaining(marks))
    expect(readFileSync(path.join(test.house.config.dataFolder, 'blobs', hash.slice(0, 2), hash)).equals(source)).toBe(
      true,
    )
    expect(tookMs).toBeLessThan(TIME_LIMIT_MS)
    expect(memory).toBeLessThan(MEMORY_LIMIT)
    expect(next.answer.status).toBe(200)
    expect(next.tookMs).toBeLessThan(NEXT_LIMIT_MS)
  },
)
