import * as contract from '../../shared/webhook.ts'
import { type App, serve } from '../http/app-type.ts'
import { deliver } from './send-webhook.ts'
import { changeSecret, changeWebhook, createWebhook, listWebhooks, readLog } from './webhook.ts'

export function webhookRoutes(app: App) {
  const { config } = app.house

  serve(app, contract.listWebhooks, ({ work }) => work(async tx => ({ items: await listWebhooks(tx), next: null })))
  serve(app, contract.createWebhook, ({ work, body }) => work(tx => createWebhook(tx, body, config)))
  serve(app, contract.changeWebhook, ({ work, params, body }) =>
    work(tx => changeWebhook(tx, params.webhookId, body, config)),
  )
  serve(app, contract.removeWebhook, ({ work, params }) =>
    work(async tx => void (await tx.sql('select remove_webhook($1)', [params.webhookId]))),
  )
  serve(app, contract.changeWebhookSecret, ({ work, params }) => work(tx => changeSecret(tx, params.webhookId, config)))

  serve(app, contract.tryWebhook, async ({ work, house, params }) => {
    const [row] = await work(tx => tx.sql<{ id: string }>('select try_webhook($1) as id', [params.webhookId]))
    const outcome = await deliver(house, row?.id ?? '')
    // A test tells nothing that could be hidden: only its owner's rights can be gone.
    return outcome ?? { status: null, failure: 'no-rights' as const }
  })

  serve(app, contract.listWebhookDeliveries, ({ work, params }) =>
    work(async tx => ({ items: await readLog(tx, params.webhookId), next: null })),
  )
}
