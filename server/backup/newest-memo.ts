import { readFileSync } from 'node:fs'
import path from 'node:path'
import { joinErasureMemo } from '../person-data/erasure-memo.ts'
import { WrongSetting } from '../wrong-setting.ts'
import { hashFile } from './hash-file.ts'
import { listBackups, readManifest } from './manifest.ts'

const MEMO = 'audit/erasures.jsonl'

/** Lets a restored data folder know of everybody who was erased after its backup was made, as later backups in the folder tell. */
export async function bringNewestMemo(home: string, dataFolder: string) {
  const folder = path.dirname(home)
  const later = listBackups(folder).whole.filter(name => name > path.basename(home))
  for (const name of later) {
    const text = await soundMemo(path.join(folder, name))
    if (text) joinErasureMemo(dataFolder, text)
  }
}

/** The memo in a backup, or null where there is none, or not as it was written. */
async function soundMemo(home: string): Promise<string | null> {
  try {
    const stored = readManifest(home).files.find(file => file.name === MEMO)
    const found = stored && (await hashFile(path.join(home, MEMO)))
    return found?.sha256 === stored?.sha256 && found ? readFileSync(path.join(home, MEMO), 'utf8') : null
  } catch (error) {
    // A later backup that is damaged is no reason not to restore this one.
    if (error instanceof WrongSetting) return null
    throw error
  }
}
