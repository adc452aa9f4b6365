import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, Server } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
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

it('finds a folder held that another container holds, whose names the kernel keeps apart', async () => {
  const held = createServer().listen(path.join(folder, 'lupa.sock'))
  await once(held, 'listening')
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderTaken)

  held.close()
  ;(await lockFolder(folder))()
})

it('takes a folder whose holder was killed and left his socket', async () => {
  const file = path.join(folder, 'lupa.sock')
  const holder = `require('net').createServer().listen(${JSON.stringify(file)}, () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', holder])
  expect(existsSync(file)).toBe(true)

  ;(await lockFolder(folder))()
  expect(existsSync(file)).toBe(false)
})

it('says what is wrong, and waits for nobody, where no socket can be made', async () => {
  const listening = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server) {
    queueMicrotask(() => this.emit('error', Object.assign(new Error('too many open files'), { code: 'EMFILE' })))
    return this
  })
  await expect(lockFolder(folder)).rejects.toThrow('too many open files')
  await expect(aloneIn(folder, async () => 'never')).rejects.toThrow('too many open files')
  listening.mockRestore()
})
