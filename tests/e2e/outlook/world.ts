import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { type Internet, lupaOrigin, openInternet } from './internet.ts'
import { type OutlookBrowser, openOutlookBrowser, type Storage } from './outlook-window.ts'

/** A real Lupa that knows Meblex and one case of it, and a browser in which our Outlook runs. */
export interface World {
  server: LiveServer
  direct: DirectClient
  browser: OutlookBrowser
  internet: Internet
  contractorId: string
  caseId: string
  reference: string
  /** The source of the newest mail of Meblex's file with this subject, as it was stored. */
  sourceOf(subject: string): Promise<string>
  close(): Promise<void>
}

/** Opens it; one after the other, because each part stands on the one before. */
export async function openWorld(storage: Storage): Promise<World> {
  const server = await startLiveServer({ LUPA_PUBLIC_URL: lupaOrigin })
  const direct = await directClient(server.origin, administrator)
  const contractor = await direct.post('/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
  const contractorId = contractor.id ?? ''
  const caseFile = await direct.post(`/api/contractors/${contractorId}/cases`, { title: 'Dostawa regałów' })
  const internet = await openInternet(server.origin)
  const browser = await openOutlookBrowser(internet.port, storage)
  return {
    server,
    direct,
    browser,
    internet,
    contractorId,
    caseId: caseFile.id ?? '',
    reference: caseFile.reference ?? '',
    async sourceOf(subject) {
      const { items } = JSON.parse(await direct.text(`/api/contractors/${contractorId}/timeline?limit=50`))
      const item = items.find((one: { title: string }) => one.title === subject)
      if (!item) throw new Error(`"${subject}" is not in the file`)
      return direct.text(`/api/items/${item.id}/source`)
    },
    async close() {
      await browser.close()
      await internet.close()
      await server.stop()
    },
  }
}
