import { findConfidential } from '../../shared/document.ts'
import { lookUp } from '../../shared/lookup.ts'
import type { Output, Route } from '../../shared/route.ts'

const MOST_PEOPLE = 10
const MOST_FILES = 100

/** Asks our server as whoever sends; null where it does not answer that. */
export type Ask = <R extends Route>(route: R, body: object) => Promise<Output<R> | null>

/** Whose somebody is, as far as is known. */
export interface Standing {
  /** Contractors that he belongs to. */
  contractors: { id: string; name: string }[]
  /** Of our own company, also under another of its domains. */
  isOurs: boolean
}

/** Whose each of these addresses is; those that the server says nothing of are missing. */
export async function askStandings(ask: Ask, addresses: string[]): Promise<Map<string, Standing>> {
  // One by one, since an answer names each contractor by one address of his only.
  const asked = addresses.slice(0, MOST_PEOPLE).map(async (address): Promise<[string, Standing] | null> => {
    const found = await ask(lookUp, { to: [address], limit: 1 })
    if (!found) return null
    // A habit of filing says where a mail may go, and not whose somebody is.
    const contractors = found.contractors.filter(({ via }) => via === 'address' || via === 'domain')
    return [address, { contractors, isOurs: found.ours.length > 0 }]
  })
  return new Map((await Promise.all(asked)).filter(entry => entry !== null))
}

/** Names of those files that are confidential in Lupa, told by their SHA-256. */
export async function askConfidential(ask: Ask, files: { name: string; hash: string }[]): Promise<string[]> {
  if (files.length === 0) return []
  const found = await ask(findConfidential, { hashes: files.slice(0, MOST_FILES).map(({ hash }) => hash) })
  const secret = new Set(found?.items.map(({ hash }) => hash))
  return files.filter(({ hash }) => secret.has(hash)).map(({ name }) => name)
}
