import type { Database, Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { addressAtProvider, freshBond, personInAnswer } from './ask-provider.ts'
import { beginHandover } from './handover.ts'
import { openProvider } from './provider.ts'
import { tokenHash } from './token.ts'

const VISIT_MS = 10 * 60_000

/** How somebody sets out to a provider. */
export interface SettingOut {
  providerId: string
  challenge: string
  /** Token of an invitation that whoever comes back is to be linked by. */
  link?: string
}

/** Sends somebody to a provider: the address to go to. When he is signed in, whoever comes back is linked to him. */
export async function beginVisit(
  work: <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result>,
  { providerId, challenge, link }: SettingOut,
  { callback, key, now }: { callback: string; key: Buffer; now: Date },
): Promise<{ url: string }> {
  const provider = await work(tx => openProvider(tx, providerId, key))
  const bond = freshBond()
  const url = await addressAtProvider(provider, callback, bond)
  const until = new Date(now.getTime() + VISIT_MS)
  const linkHash = link ? tokenHash(link) : null
  const visit = [tokenHash(bond.state), providerId, bond.nonce, bond.verifier, challenge, linkHash, until]
  await work(tx => tx.sql('select begin_visit($1, $2, $3, $4, $5, $6, $7)', visit))
  return { url }
}

/**
 * Takes a provider's answer in. What comes of it is a code that serves only the browser which set out: it alone has the
 * verifier, so nobody can be brought in, or linked, by a link that somebody else has made.
 */
export async function endVisit(
  database: Database,
  answer: URL,
  { key, now }: { key: Buffer; now: Date },
): Promise<string> {
  const state = answer.searchParams.get('state') ?? ''
  const [visit] = await database.work(null, tx =>
    tx.sql<{
      provider_id: string
      nonce: string
      verifier: string
      challenge: string
      user_id: string | null
      link_hash: string | null
    }>('select * from end_visit($1)', [tokenHash(state)]),
  )
  if (!visit) throw new Refusal('not-found')
  const provider = await database.work(null, tx => openProvider(tx, visit.provider_id, key))
  const person = await personInAnswer(provider, answer, { state, nonce: visit.nonce, verifier: visit.verifier })
  return database.work(null, tx =>
    beginHandover(
      tx,
      {
        challenge: visit.challenge,
        userId: visit.user_id,
        person: { ...person, providerId: visit.provider_id, linkHash: visit.link_hash },
      },
      now,
    ),
  )
}
