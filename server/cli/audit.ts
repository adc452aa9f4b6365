import { openAnchors } from '../audit/anchors.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { readConfig, WrongSetting } from '../config.ts'
import { joinHouse } from '../start.ts'
import { mustBeInstalled } from './must-be-installed.ts'
import { say } from './say.ts'

/** `lupa audit verify`: examines the audit log; exits with 1 when something is wrong with it. */
export async function auditVerb(words: string[]) {
  if (words.length !== 1 || words[0] !== 'verify') throw new WrongSetting('Usage: lupa audit verify')
  const config = readConfig(process.env)
  mustBeInstalled(config)
  const { house, close } = await joinHouse(config)
  try {
    const found = await verifyAudit(
      ({ text }, parameters) => house.database.work(null, tx => tx.sql(text, parameters)),
      openAnchors(config.dataFolder).read(),
    )
    const since = found.oldestUnsealed ? ` (since ${found.oldestUnsealed})` : ''
    say(`${found.sealed} entries sealed, ${found.unsealed} not yet${since}, ${found.anchors} anchors compared.`)
    for (const { kind, position, entryId } of found.faults)
      say(`FAULT ${kind}: place ${position ?? '-'}, entry ${entryId ?? '-'}`)
    if (found.faults.length > 0) process.exitCode = 1
    else say('The log is whole.')
  } finally {
    await close()
  }
}
