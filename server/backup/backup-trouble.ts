import pg from 'pg'
import type { BackupTroubleCode } from '../../shared/system.ts'
import { isDiskTrouble, isFull } from '../storage/disk-trouble.ts'
import { WrongSetting } from '../wrong-setting.ts'

/** Why no backup could be made: a sentence for who asked for one, and a code for who finds it in the morning. */
export class BackupTrouble extends WrongSetting {
  override name = 'BackupTrouble'
  readonly code: BackupTroubleCode

  constructor(code: BackupTroubleCode, sentence: string) {
    super(sentence)
    this.code = code
  }
}

/** What stood in the way, as far as it can be told. */
export function troubleOf(error: unknown): BackupTroubleCode {
  if (error instanceof BackupTrouble) return error.code
  if (error instanceof pg.DatabaseError) return 'database'
  if (isFull(error)) return 'full'
  return isDiskTrouble(error) ? 'shut' : 'internal'
}
