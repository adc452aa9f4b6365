import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aloneIn, FolderTaken, lockFolder } from '../../../server/database/folder-lock.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const folder = freshDataFolder('folder-lock')

it('lets one after the other work in a folder, also after one that failed', async () => {
  const steps: string[] = []
  const work = (name: string, failure?: Error) => async () => {
    steps.push(`${name} begins`)
    await wait(20)
    steps.push(`${name} ends`)
    if (failure) throw failure
    return name
  }

  const both = await Promise.allSettled([
    aloneIn(folder, work('first', new Error('out of space'))),
    aloneIn(folder, work('second')),
  ])

  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  expect(both).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'second' }])
})

it('refuses a folder that somebody holds, until it is let go', async () => {
  const unlock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderTaken)
  unlock()
  ;(await lockFolder(folder))()
})
