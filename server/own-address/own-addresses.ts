import { isFreeMail, readAddress, showAddress } from '../../shared/address.ts'
import type { OwnAddress } from '../../shared/own-address.ts'
import { record } from '../audit/record.ts'
import { inAscii } from '../contractor/addresses.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'
import { readFilingSettings } from '../setting/filing-settings.ts'

interface Row {
  value: string
  isDomain: boolean
  userName: string | null
}

const rows = `
  select o.value, o.is_domain as "isDomain",
         (select u.name from app_user u where lower(u.email) = o.value and not o.is_domain limit 1) as "userName"
    from own_address o`

/** All own addresses, domains first. */
export async function listOwnAddresses(tx: Tx): Promise<OwnAddress[]> {
  return (await tx.sql<Row>(`${rows} order by o.is_domain desc, o.value`)).map(shown)
}

/** Adds an own address or domain. One that is there already stays as it is; nobody writes from the name of a web page. */
export async function addOwnAddress(tx: Tx, text: string): Promise<OwnAddress> {
  const me = await administrator(tx)
  const { value: typed, isDomain } = read(text)
  const value = isDomain ? typed.replace(/^www\.(?=[^.]+\.)/, '') : typed
  // All mail of such a service would count as written by us, and be left out.
  if (isDomain && (isFreeMail(value) || (await readFilingSettings(tx)).freeMailDomains.includes(value)))
    throw new Refusal('invalid', ['address'])
  const fresh = await tx.sql(
    'insert into own_address (value, is_domain) values ($1, $2) on conflict do nothing returning value',
    [value, isDomain],
  )
  if (fresh.length > 0) await record(tx, 'added', 'own-address', me.id, { address: value })
  const [row] = await tx.sql<Row>(`${rows} where o.value = $1`, [value])
  if (!row) throw new Error('what was just there is seen by everybody')
  return shown(row)
}

/** Takes an own address off; that of an account is refused. */
export async function removeOwnAddress(tx: Tx, text: string) {
  const me = await administrator(tx)
  const { value } = read(text)
  const [row] = await tx.sql<Row>(`${rows} where o.value = $1`, [value])
  if (!row) throw new Refusal('not-found')
  if (row.userName !== null) throw new Refusal('invalid', ['address'])
  await tx.sql('delete from own_address where value = $1', [value])
  await record(tx, 'removed', 'own-address', me.id, { address: value })
}

async function administrator(tx: Tx) {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  return me
}

function read(text: string) {
  const address = readAddress(text)
  if (!address) throw new Refusal('invalid', ['address'])
  return { ...address, value: inAscii(address.value) }
}

function shown({ value, isDomain, userName }: Row): OwnAddress {
  return { address: showAddress({ value, isDomain }), userName }
}
