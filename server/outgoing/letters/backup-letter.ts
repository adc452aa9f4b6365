import { readBackupFailure } from '../../backup/backup-failure.ts'
import { readLastBackup } from '../../backup/last-backup.ts'
import type { House } from '../../http/app-type.ts'
import type { Letter } from '../write-letter.ts'
import { backupWords } from './backup-words.ts'
import type { MailToSend } from './mail-to-send.ts'

/** That the scheduled backup fails, as long as it does: why, and how old the last one is. */
export async function writeBackupLetter({ config }: House, { language }: MailToSend): Promise<Letter | null> {
  const failure = readBackupFailure(config.dataFolder)
  if (!failure) return null
  const words = backupWords[language]
  const last = readLastBackup(config.dataFolder, failure.folder)
  const line = { words: failure.folder, note: words.troubles[failure.reason] ?? words.troubles.internal }
  const way = config.publicUrl ? [{ button: words.button, url: `${config.publicUrl}/#/system` }] : []
  const age = last ? words.last(new Date(last.at)) : words.never
  return {
    language,
    subject: words.alarm,
    parts: [{ words: words.lead(new Date(failure.since)) }, { lines: [line] }, { words: age }, ...way],
  }
}
