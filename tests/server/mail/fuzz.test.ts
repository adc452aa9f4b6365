import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { readMessage } from './message-files.ts'

/** `npm run test:long` asks for a million; whoever takes them in parts says with which each part begins. */
const MUTATIONS = Number(process.env.LUPA_TEST_MUTATIONS ?? 2_000)
const FIRST = Number(process.env.LUPA_TEST_SEED ?? 1)
const PATIENCE_MS = 60
const BLOCK = 512
const SLOW_MS = 1_000
const SNIPPETS = [
  '\0',
  '\r',
  '\n\n',
  '--',
  '=?utf-8?B?',
  '?=',
  '"',
  '<',
  ';',
  ':',
  '\xff',
  '\xb3',
  '=',
  'boundary=',
  'charset=utf-16',
  'From: x@y.example\n',
  '\ud800',
  '>From ',
  '(',
  '*0*=',
]

/** Numbers that are always the same for a seed (mulberry32), so that a failing mutation can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function mutate(source: Buffer, other: Buffer, next: (below: number) => number): Buffer {
  const at = next(source.length)
  const until = at + next(source.length - at)
  switch (next(6)) {
    case 0: {
      const flipped = Buffer.from(source)
      for (let count = 0; count <= next(20); count += 1) flipped[next(flipped.length)] = next(256)
      return flipped
    }
    case 1:
      return source.subarray(0, at)
    case 2:
      return Buffer.concat([source.subarray(0, at), source.subarray(until)])
    case 3:
      return Buffer.concat([source.subarray(0, until), source.subarray(at)])
    case 4:
      return Buffer.concat([source.subarray(0, at), other.subarray(next(other.length))])
    default:
      return Buffer.concat([
        source.subarray(0, at),
        Buffer.from(SNIPPETS[next(SNIPPETS.length)] ?? '', 'latin1'),
        source.subarray(at),
      ])
  }
}

const folder = fileURLToPath(new URL('../../messages', import.meta.url))
const sources = readdirSync(folder)
  .filter(name => name.endsWith('.eml'))
  .map(readMessage)

it(`reads ${MUTATIONS} damaged mails without failing once (LUPA_TEST_SEED=${FIRST})`, {
  timeout: 120_000 + MUTATIONS * PATIENCE_MS,
}, async () => {
  const failures: unknown[] = []

  for (let seed = FIRST; seed < FIRST + MUTATIONS; seed += 1) {
    const next = numbers(seed)
    const source = mutate(pick(sources, next), pick(sources, next), next)
    const start = process.cpuUsage()
    try {
      const parsed = structuredClone(
        await parseMessage(mutate(source.length > 0 ? source : Buffer.from('x'), source, numbers(-seed))),
      )
      const { attachments, ...texts } = parsed
      if (/\\u0000|\\ud[89a-f]/.test(JSON.stringify(texts)))
        failures.push({ seed, why: 'text that PostgreSQL refuses' })
      if (!/^[0-9a-f]{64}$/.test(parsed.fingerprint)) failures.push({ seed, why: 'no fingerprint' })
      if (attachments.some(({ name }) => /[/\\]/.test(name))) failures.push({ seed, why: 'a path' })
      const { user, system } = process.cpuUsage(start)
      if ((user + system) / 1000 > SLOW_MS) failures.push({ seed, why: 'slow' })
    } catch (error) {
      failures.push({ seed, error })
    }
  }

  expect(failures).toEqual([])
})

it('reads every mail cut off at each block of the disk', { timeout: 120_000 }, async () => {
  const failures: unknown[] = []

  for (const source of sources)
    for (let end = 0; end < source.length; end += BLOCK) {
      const whole = source.subarray(0, end)
      await parseMessage(whole).catch((error: unknown) => failures.push({ end, error }))
    }

  expect(failures).toEqual([])
})

function pick(sources: Buffer[], next: (below: number) => number): Buffer {
  return sources[next(sources.length)] ?? Buffer.from('x')
}
