import * as contract from '../../shared/outlook.ts'
import { type App, serve } from '../http/app-type.ts'
import { version } from '../version.ts'
import { fillManifest } from './fill-manifest.ts'

export function outlookRoutes(app: App) {
  serve(app, contract.readOutlookManifest, async ({ house, reply }) => {
    const manifest = fillManifest(house.config.publicUrl, version)
    reply.type('application/xml; charset=utf-8').header('cache-control', 'no-cache')
    reply.header('content-disposition', 'attachment; filename="lupa-outlook.xml"')
    return reply.send(manifest)
  })
}
