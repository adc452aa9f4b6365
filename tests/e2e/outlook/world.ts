import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { type MicrosoftAuthority, startMicrosoftAuthority } from '../../support/microsoft-authority.ts'
import { type Internet, lupaOrigin, openInternet } from './internet.ts'
import { type OutlookBrowser, openOutlookBrowser, type Storage } from './outlook-window.ts'

/** A real Lupa that knows Meblex and one case of it, and a browser in which our Outlook runs. */
export interface World {
  server: LiveServer
  direct: DirectClient
  browser: OutlookBrowser
  internet: Internet
  /** The company's sign-in at Microsoft; the server was told of it, but nobody has set it up as a way in yet. */
  microsoft: MicrosoftAuthority
  contractorId: string
  caseId: string
  reference: string
  /** Says whose an identity is that somebody came with. */
  link(requestId: string, userId: string): Promise<void>
  /** Takes the newest mail of Meblex's file with this subject out of it, as a colleague would in the browser. */
  takeOut(subject: string): Promise<void>
  /** The source of the newest mail of Meblex's file with this subject, as it was stored. */
  sourceOf(subject: string): Promise<string>
  close(): Promise<void>
}

/** Opens it, with settings of the test's own; one after the other, because each part stands on the one before. */
export async function openWorld(storage: Storage, environment: Record<string, string> = {}): Promise<World> {
  const microsoft = await startMicrosoftAuthority()
  const usual = { LUPA_PUBLIC_URL: lupaOrigin, LUPA_MICROSOFT_LOGIN_URL: microsoft.origin }
  const server = await startLiveServer({ ...usual, ...environment })
  const direct = await directClient(server.origin, administrator)
  const contractor = await direct.post('/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
  const contractorId = contractor.id ?? ''
  const caseFile = await direct.post(`/api/contractors/${contractorId}/cases`, { title: 'Dostawa regałów' })
  const internet = await openInternet(server.origin)
  const browser = await openOutlookBrowser(internet.port, storage)
  const itemOf = async (subject: string): Promise<{ id: string }> => {
    const { items } = JSON.parse(await direct.text(`/api/contractors/${contractorId}/timeline?limit=50`))
    const item = items.find((one: { title: string }) => one.title === subject)
    if (!item) throw new Error(`"${subject}" is not in the file`)
    return item
  }
  return {
    server,
    direct,
    browser,
    internet,
    microsoft,
    contractorId,
    caseId: caseFile.id ?? '',
    reference: caseFile.reference ?? '',
    async link(requestId, userId) {
      await direct.post(`/api/identity-requests/${requestId}/link`, { userId })
    },
    async takeOut(subject) {
      await direct.remove(`/api/items/${(await itemOf(subject)).id}`)
    },
    async sourceOf(subject) {
      return direct.text(`/api/items/${(await itemOf(subject)).id}/source`)
    },
    async close() {
      await browser.close()
      await internet.close()
      await server.stop()
      await microsoft.stop()
    },
  }
}
