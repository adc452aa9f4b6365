import type { IdentityRequest, Provider } from '../../shared/sign-in-provider.ts'
import { seal, unseal } from '../database/seal.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import type { OpenedProvider } from './ask-provider.ts'

/** A provider as an administrator writes it down. */
export interface ProviderInput {
  name: string
  issuer: string
  clientId: string
  clientSecret: string
}

/** Sets a provider up. */
export async function createProvider(tx: Tx, input: ProviderInput, key: Buffer): Promise<Provider> {
  const secret = seal(key, input.clientSecret, useOf(input.issuer, input.clientId))
  const [row] = await tx.sql<{ id: string }>('select put_provider(null, $1, $2, $3, $4) as id', [
    input.name.trim(),
    input.issuer,
    input.clientId,
    secret,
  ])
  return providerAmong(await listProviderSettings(tx), row?.id)
}

/** Changes a provider's name and client. Without a new secret the old one must open for the same client. */
export async function changeProvider(
  tx: Tx,
  id: string,
  change: { name: string; clientId: string; clientSecret?: string },
  key: Buffer,
): Promise<Provider> {
  const known = providerAmong(await listProviderSettings(tx), id)
  if (!change.clientSecret && change.clientId !== known.clientId) throw new Refusal('invalid', ['clientSecret'])
  const secret = change.clientSecret ? seal(key, change.clientSecret, useOf(known.issuer, change.clientId)) : null
  await tx.sql('select put_provider($1, $2, $3, $4, $5)', [
    id,
    change.name.trim(),
    known.issuer,
    change.clientId,
    secret,
  ])
  return providerAmong(await listProviderSettings(tx), id)
}

/** Forgets a provider, and who is who there. */
export async function removeProvider(tx: Tx, id: string) {
  await tx.sql('select remove_provider($1)', [id])
}

/** The providers as they were set up, for administrators. */
export function listProviderSettings(tx: Tx): Promise<Provider[]> {
  return rowsOf<Provider>(tx, 'select provider_settings() as rows')
}

/** The names of the providers, for everybody at the door. */
export function listProviders(tx: Tx): Promise<{ id: string; name: string }[]> {
  return rowsOf(tx, 'select sign_in_providers() as rows')
}

/** Who came from a provider and is not known, for administrators. */
export function listIdentityRequests(tx: Tx): Promise<IdentityRequest[]> {
  return rowsOf<IdentityRequest>(tx, 'select identity_requests() as rows')
}

/** A provider with its secret in the clear, to talk to it. */
export async function openProvider(tx: Tx, id: string, key: Buffer): Promise<OpenedProvider> {
  const [row] = await tx.sql<{ issuer: string; client_id: string; secret: Buffer }>('select * from open_provider($1)', [
    id,
  ])
  if (!row) throw new Refusal('not-found')
  const clientSecret = unseal(key, row.secret, useOf(row.issuer, row.client_id))
  return { issuer: row.issuer, clientId: row.client_id, clientSecret }
}

/** The rows of a function that answers them as one JSON array. */
export async function rowsOf<Row>(tx: Tx, text: string): Promise<Row[]> {
  const [row] = await tx.sql<{ rows: Row[] }>(text)
  return row?.rows ?? []
}

function providerAmong(providers: Provider[], id: string | undefined): Provider {
  const found = providers.find(provider => provider.id === id)
  if (!found) throw new Refusal('not-found')
  return found
}

/** A secret opens only for the issuer and client that it was given for. */
function useOf(issuer: string, clientId: string): string {
  return JSON.stringify([issuer, clientId])
}
