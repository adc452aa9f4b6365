import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { addLists, closeLists, openLists, put } from '../../../server/export/export-lists.ts'
import { startZip } from '../../../server/export/zip-writer.ts'

/** A folder in which there is no room for one of the lists. */
function fullFolder(list: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-full-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  symlinkSync('/dev/full', path.join(folder, list))
  return folder
}

it('says on the next line, and by nothing that would end the process, that the disk is full', async () => {
  const open = openLists(fullFolder('timeline.csv'), ['index.html', 'timeline.csv'])
  await put(open['timeline.csv'], 'a')
  await wait(100)

  await expect(put(open['timeline.csv'], 'b')).rejects.toMatchObject({ code: 'ENOSPC' })
  await put(open['index.html'], 'c')

  await closeLists(open)
  expect(Object.values(open).every(list => list.closed)).toBe(true)
})

it('says at the end what no line has said', async () => {
  const folder = fullFolder('index.html')
  const open = openLists(folder, ['index.html', 'timeline.csv'])
  await put(open['index.html'], 'a')

  await expect(addLists(startZip(), folder, open, new Date())).rejects.toMatchObject({ code: 'ENOSPC' })

  await closeLists(open)
})
