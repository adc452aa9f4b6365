import * as contract from '../../shared/held.ts'
import { type App, serve } from '../http/app-type.ts'
import { readHeld } from './read-held.ts'
import { settleHeld } from './settle-held.ts'

export function heldRoutes(app: App) {
  serve(app, contract.listHeld, ({ read, querystring }) => read(query => readHeld(query, querystring)))

  serve(app, contract.releaseHeld, ({ work, body }) => work(tx => settleHeld(tx, 'release_mine', body.itemIds)))

  serve(app, contract.keepPrivate, ({ work, body }) => work(tx => settleHeld(tx, 'keep_mine', body.itemIds)))
}
