import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { readApart, stopReading } from '../../../server/document/text/read-apart.ts'
import { emptySheet } from '../../../server/sample/documents/sheet.ts'
import { sheetAsPdf } from '../../../server/sample/documents/sheet-as-pdf.ts'

const plenty = { timeMs: 20_000, memoryMb: 700 }
const pdf = sheetAsPdf({ ...emptySheet, title: 'Umowa najmu' })

afterAll(stopReading)

it('reads in a process of its own, also a PDF', async () => {
  expect(await readApart(pdf, plenty)).toEqual({ state: 'read', text: 'Umowa najmu' })
})

it.each([
  ['timeout', { ...plenty, timeMs: 0 }],
  ['memory', { ...plenty, memoryMb: 1 }],
])('ends a reader that passes its limit of %s, and reads the next one', async (reason, limits) => {
  await stopReading()

  await expect(readApart(Buffer.alloc(40_000_000, 'długo '), limits)).rejects.toMatchObject({ reason })
  expect(await readApart(Buffer.from('następny'), plenty)).toEqual({ state: 'read', text: 'następny' })
})

it('reads one after the other, in the order in which they came', async () => {
  const texts = await Promise.all(['raz', 'dwa', 'trzy'].map(word => readApart(Buffer.from(word), plenty)))

  expect(texts.map(({ text }) => text)).toEqual(['raz', 'dwa', 'trzy'])
})

it('does not end with a reader that is killed from outside', async () => {
  await readApart(Buffer.from('obudź'), plenty)
  const reading = readApart(Buffer.alloc(50_000_000, 'x'), plenty)
  await new Promise(resolve => setTimeout(resolve, 20))
  for (const pid of readersOf(process.pid)) process.kill(pid, 'SIGKILL')

  await expect(reading).rejects.toMatchObject({ reason: 'crash' })
  expect((await readApart(Buffer.from('dalej'), plenty)).text).toBe('dalej')
})

/** Children of a process, as Linux tells them. */
function readersOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0 && parentOf(pid) === parent)
}

function parentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return 0
  }
}
