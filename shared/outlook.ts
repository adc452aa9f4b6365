import * as Type from 'typebox'
import { route } from './route.ts'

/** Outlook's manifest with this server's address, for an administrator to upload. Open, because it holds no secret. */
export const readOutlookManifest = route({
  method: 'GET',
  url: '/outlook/manifest.xml',
  produces: 'application/xml',
  open: true,
  schema: {
    summary: 'Manifest of the Outlook add-in',
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})
