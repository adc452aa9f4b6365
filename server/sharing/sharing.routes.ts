import * as contract from '../../shared/sharing.ts'
import { type App, serve } from '../http/app-type.ts'
import { explainItem, explainPlace } from './explain.ts'
import { readReadings, readShares, shareItem, unshareItem } from './share-item.ts'

export function sharingRoutes(app: App) {
  serve(app, contract.explainItem, ({ read, params }) => read(query => explainItem(query, params.itemId)))

  serve(app, contract.explainPlace, ({ read, params, querystring }) =>
    read(query => explainPlace(query, params.contractorId, querystring.caseId ?? null)),
  )

  serve(app, contract.listShares, ({ read, params }) => read(query => readShares(query, params.itemId)))

  serve(app, contract.shareItem, async ({ work, read, params, body }) => {
    await work(tx => shareItem(tx, params.itemId, body.principals))
    return read(query => readShares(query, params.itemId))
  })

  serve(app, contract.unshareItem, ({ work, params }) => work(tx => unshareItem(tx, params.itemId, params.principalId)))

  serve(app, contract.listReadings, ({ read, params }) => read(query => readReadings(query, params.itemId)))
}
