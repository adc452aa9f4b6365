import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { listBackups } from '../../../server/backup/manifest.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { readConfig } from '../../../server/config.ts'

/** Restores the newest backup of a folder and kills itself on the way: `node cut-restore-process.ts FOLDER first-blob | LINE`. */
const [folder = '', point = ''] = process.argv.slice(2)
const config = readConfig(process.env)
const die = () => process.kill(process.pid, 'SIGKILL')
const blobs = path.join(config.dataFolder, 'blobs')
const looking = setInterval(() => {
  const isThere = existsSync(blobs) && readdirSync(blobs, { recursive: true }).some(name => String(name).length > 60)
  if (point === 'first-blob' && isThere) die()
}, 1)
await restoreBackup(config, path.join(folder, listBackups(folder).whole.at(-1) ?? ''), {
  without: new Set(),
  tell: line => {
    if (line.includes(point)) die()
  },
})
clearInterval(looking)
