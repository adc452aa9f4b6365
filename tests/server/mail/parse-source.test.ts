import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { createParsePool, type PoolOptions } from '../../../server/mail/parse-pool.ts'
import { parseSource, stopParsing, Unparsable } from '../../../server/mail/parse-source.ts'
import { readMessage } from './message-files.ts'

afterAll(stopParsing)

function badPool({ timeLimitMs = 5_000, size = 1, ...more }: Partial<PoolOptions> = {}) {
  const pool = createParsePool({
    script: new URL('./parse-pool/bad-parser.ts', import.meta.url),
    size,
    timeLimitMs,
    memoryLimitMb: 64,
    ...more,
  })
  onTestFinished(() => pool.stop())
  return pool
}

describe('parsing in a thread', () => {
  it('answers what parsing here answers, and leaves the source alone', async () => {
    const source = readMessage('outlook-desktop.eml')
    const before = Buffer.from(source)

    const parsed = await parseSource(source)

    expect(parsed).toEqual(await parseMessage(before))
    expect(source.equals(before)).toBe(true)
  })

  it('takes many messages at once', async () => {
    const sources = Array.from({ length: 50 }, (_, index) =>
      Buffer.from(`From: a@firma.example\r\nSubject: ${index}\r\n\r\nx`),
    )

    const parsed = await Promise.all(sources.map(parseSource))

    expect(parsed.map(({ subject }) => Number(subject))).toEqual(sources.map((_, index) => index))
  })

  it('starts again after it was stopped', async () => {
    await parseSource(Buffer.from('Subject: raz\n\n'))
    await stopParsing()

    expect((await parseSource(Buffer.from('Subject: dwa\n\n'))).subject).toBe('dwa')
  })

  it('does not keep a process alive, nor let it end too early', async () => {
    const module = fileURLToPath(new URL('../../../server/mail/parse-source.ts', import.meta.url))
    const script = `import { parseSource } from ${JSON.stringify(module)}; console.log((await parseSource(Buffer.from('Subject: raz\\n\\n'))).subject)`

    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 10_000,
    })

    expect(stdout.trim()).toBe('raz')
  })
})

describe('a message that cannot be parsed', () => {
  it.each([
    ['hang', 'timeout', 3_000],
    ['memory', 'memory', 20_000],
    ['throw', 'crash', 5_000],
    ['exit', 'crash', 5_000],
  ])('by %s is refused for %s, and the next one is parsed', async (poison, reason, timeLimitMs) => {
    const pool = badPool({ timeLimitMs })

    const answers = await Promise.allSettled(['before', poison, 'after'].map(text => pool.parse(Buffer.from(text))))

    expect(answers).toMatchObject([
      { status: 'fulfilled', value: { subject: 'before' } },
      { status: 'rejected', reason: { name: 'Unparsable', reason } },
      { status: 'fulfilled', value: { subject: 'after' } },
    ])
  })

  it('does not hold up the others meanwhile', async () => {
    const pool = badPool({ size: 2, timeLimitMs: 2_000 })
    const hanging = pool.parse(Buffer.from('hang'))
    const order: string[] = []
    const others = Array.from({ length: 20 }, () => pool.parse(Buffer.from('good')).then(() => order.push('good')))
    const refused = hanging.catch((error: unknown) => order.push(error instanceof Unparsable ? error.reason : 'other'))

    await Promise.all([...others, refused])

    expect(order.at(-1)).toBe('timeout')
  })

  it('lets no more wait than it may', async () => {
    const pool = badPool({ mostWaiting: 2 })

    const answers = await Promise.allSettled(['one', 'two', 'three', 'four'].map(text => pool.parse(Buffer.from(text))))

    expect(answers.map(answer => answer.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
    expect(answers[3]).toMatchObject({ reason: { name: 'Unparsable', reason: 'busy' } })
    await expect(pool.parse(Buffer.from('five'))).resolves.toEqual({ subject: 'five' })
  })

  it('is refused when parsing stops', async () => {
    const pool = badPool()
    const waiting = ['hang', 'never'].map(text => pool.parse(Buffer.from(text)))
    const settled = Promise.allSettled(waiting)

    await pool.stop()

    expect(await settled).toMatchObject([{ reason: { reason: 'stopped' } }, { reason: { reason: 'stopped' } }])
  })
})
