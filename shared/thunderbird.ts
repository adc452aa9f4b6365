import * as Type from 'typebox'
import { route } from './route.ts'

/** A file whose names are Thunderbird's. */
const Foreign = Type.Record(Type.String(), Type.Unknown())

/** The extension for Thunderbird with this server's address in it. Open, because it holds no secret. */
export const readThunderbirdPackage = route({
  method: 'GET',
  url: '/thunderbird/lupa.xpi',
  produces: 'application/octet-stream',
  open: true,
  schema: { summary: 'Extension for Thunderbird', response: { 200: Type.Unsafe<Uint8Array>({}) } },
})

/** Where Thunderbird looks for a newer one of it. */
export const readThunderbirdUpdates = route({
  method: 'GET',
  url: '/thunderbird/updates.json',
  open: true,
  schema: { summary: 'Updates of the extension for Thunderbird', response: { 200: Foreign } },
})

/** The policy file by which a company installs the extension on its machines, with the server's address fixed. */
export const readThunderbirdPolicy = route({
  method: 'GET',
  url: '/thunderbird/policies.json',
  open: true,
  schema: { summary: 'Policy for a roll-out in Thunderbird', response: { 200: Foreign } },
})
