import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readConfig, WrongSetting } from '../config.ts'
import type { House } from '../http/app-type.ts'
import { findSources, sizeOf } from '../import/find-sources.ts'
import { importContractors } from '../import/import-contractors.ts'
import { type Imported, importOne } from '../import/import-mail.ts'
import { showProgress } from '../import/progress.ts'
import { readContractors } from '../import/read-contractors.ts'
import { joinHouse } from '../start.ts'
import { actingUser } from './acting-user.ts'
import { say } from './say.ts'

const AT_ONCE = 4

/** `lupa import PATH...`: contractor lists first, so that the mail after them finds its files. Never stops at a bad file. */
export async function importPaths(words: string[]) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { as: { type: 'string' } },
  })
  if (positionals.length === 0)
    throw new WrongSetting(
      'Usage: lupa import PATH... [--as EMAIL]   (.eml, .msg, mbox, Maildir, .zip of these, contractors as .csv or .xlsx)',
    )
  const missing = positionals.find(target => !existsSync(target))
  if (missing) throw new WrongSetting(`There is no ${missing}.`)
  const { house, close } = await joinHouse(readConfig(process.env))
  try {
    const userId = await actingUser(house, values.as)
    const lists = positionals.filter(target => /\.(?:csv|xlsx)$/i.test(target))
    for (const list of lists) await importList(house, userId, list)
    const mail = positionals.filter(target => !lists.includes(target))
    if (mail.length > 0) reportMail(await importMail(house, userId, mail))
  } finally {
    await close()
  }
}

async function importList(house: House, userId: string, list: string) {
  const results = await importContractors(house, userId, await readContractors(await readFile(list)))
  const count = (result: string) => results.filter(row => row.result === result).length
  say(`${list}: ${count('created')} created, ${count('known')} known, ${count('refused')} refused`)
  for (const row of results.filter(one => one.result === 'refused')) say(`  line ${row.line}: ${row.reason}`)
}

async function importMail(house: House, userId: string, targets: string[]): Promise<Imported[]> {
  const sizes = await Promise.all(targets.map(sizeOf))
  const progress = showProgress(
    sizes.reduce((sum, size) => sum + size, 0),
    process.stderr,
  )
  const results: Imported[] = []
  const sources = allSources(targets)
  const worker = async () => {
    for (let next = await sources.next(); !next.done; next = await sources.next()) {
      const result = await importOne(house, userId, next.value)
      progress.add(result.bytes)
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  progress.end()
  return results
}

async function* allSources(targets: string[]) {
  for (const target of targets) yield* findSources(target)
}

const words: Record<Imported['result'], string> = {
  file: 'filed',
  suggest: 'to be decided',
  triage: 'in triage',
  'leave-out': 'left out',
  pending: 'still being read',
  known: 'known before',
  refused: 'not taken',
}

function reportMail(results: Imported[]) {
  say(`${results.length} messages`)
  for (const [result, word] of Object.entries(words)) {
    const those = results.filter(one => one.result === result)
    if (those.length === 0) continue
    const reasons = Map.groupBy(those, one => ('reason' in one ? one.reason : ''))
    const detail = [...reasons].filter(([reason]) => reason).map(([reason, list]) => `${reason} ${list.length}`)
    say(`  ${word}: ${those.length}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}`)
  }
  for (const one of results) {
    const isWorthALine = one.result === 'refused' || ('reason' in one && one.reason.startsWith('unreadable'))
    if (isWorthALine && 'reason' in one) say(`  ${one.where}: ${one.reason}`)
  }
}
