import type { App } from './app-type.ts'

/** How long answers may take that are under way when the server is told to stop. */
const PATIENCE_MS = 4_000

/**
 * Lets answers that are under way finish when the server is told to stop, and then lets go of whoever is still connected: one
 * who stopped reading in the middle of a download, or sends no more of what he began, would hold it for ever.
 */
export function letGoOfTheSlow(app: App) {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS).unref()
  })
}
