import * as contract from '../../shared/thunderbird.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { packageExtension } from './package-extension.ts'
import { policyOf, updatesOf } from './roll-out.ts'

export function thunderbirdRoutes(app: App) {
  const address = () => {
    const { publicUrl } = app.house.config
    if (publicUrl) return publicUrl
    throw new Refusal('no-public-url')
  }

  serve(app, contract.readThunderbirdPackage, async ({ reply }) => {
    const { bytes } = await packageExtension(address())
    // The type by which Thunderbird knows an extension.
    reply.type('application/x-xpinstall').header('cache-control', 'no-cache')
    return reply.send(bytes)
  })

  serve(app, contract.readThunderbirdUpdates, async ({ reply }) => {
    const publicUrl = address()
    reply.header('cache-control', 'no-cache')
    return updatesOf(publicUrl, (await packageExtension(publicUrl)).sha256)
  })

  serve(app, contract.readThunderbirdPolicy, async ({ reply }) => {
    reply.header('content-disposition', 'attachment; filename="policies.json"')
    return policyOf(address())
  })
}
