import type { System } from '../../shared/system.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Fact } from '../file/facts.tsx'
import { showSize } from '../file/show-size.ts'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'

const OLD_MS = 2 * 86_400_000

interface BackupStateProps {
  backup: System['backup']
}

/** When the last backup was made and where, whether it is whole, and when the next one is due. */
export function BackupState({ backup: { lastAt, folder, bytes, faults, failure, schedule } }: BackupStateProps) {
  const text = useAdminText().system
  const language = useLanguage()
  return (
    <section class="section" aria-labelledby="backup">
      <h2 id="backup">{text.backup}</h2>
      {failure && (
        <Notice>
          {text.backupFails} <Moment at={failure.since} />. {text.backupTroubles[failure.reason]}
        </Notice>
      )}
      {!lastAt && <Notice>{text.noBackup}</Notice>}
      {lastAt && Date.now() - Date.parse(lastAt) > OLD_MS && <Notice>{text.oldBackup}</Notice>}
      {faults > 0 && <Notice>{text.backupFaults(faults)}</Notice>}
      <dl class="facts">
        <Fact word={text.lastBackup}>{lastAt && <Moment at={lastAt} />}</Fact>
        <Fact word={text.backupFolder}>{folder ?? schedule?.folder}</Fact>
        <Fact word={text.backupSize}>{bytes !== null && showSize(language, bytes)}</Fact>
        <Fact word={text.schedule}>{schedule ? text.scheduleOf(schedule.hour, schedule.keep) : text.noSchedule}</Fact>
      </dl>
    </section>
  )
}
