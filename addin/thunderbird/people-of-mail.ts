import { lookUp } from '../../shared/lookup.ts'
import type { Output } from '../../shared/route.ts'
import { askServer } from './ask-server.ts'

const MOST = 10

/** Whose somebody is, as far as the server says. */
export interface Standing {
  /** Contractors that he belongs to. */
  contractors: { id: string; name: string }[]
  /** Of our own company, also under another of its domains. */
  isOurs: boolean
}

/** Whose each of these addresses is; those that the server says nothing of are missing. */
export async function askStandings(addresses: string[]): Promise<Map<string, Standing>> {
  // One by one, since an answer names each contractor by one address of his only.
  const asked = addresses.slice(0, MOST).map(async (address): Promise<[string, Standing] | null> => {
    const found = await askAbout(address)
    return found && [address, found]
  })
  return new Map((await Promise.all(asked)).filter(entry => entry !== null))
}

async function askAbout(address: string): Promise<Standing | null> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ to: [address], limit: 1 })
  const reply = await askServer(lookUp.url, { method: lookUp.method, headers, body })
  if (reply.status !== 200) return null
  const { contractors, ours } = JSON.parse(reply.body) as Output<typeof lookUp>
  // A habit of filing says where a mail may go, and not whose somebody is.
  return {
    contractors: contractors.filter(({ via }) => via === 'address' || via === 'domain'),
    isOurs: ours.length > 0,
  }
}
