import * as contract from '../../shared/blocked-address.ts'
import { type App, serve } from '../http/app-type.ts'
import { blockAddress, listBlockedAddresses, unblockAddress } from './block-list.ts'

export function blockListRoutes(app: App) {
  serve(app, contract.listBlockedAddresses, ({ work, querystring }) =>
    work(tx => listBlockedAddresses(tx, querystring)),
  )

  serve(app, contract.blockAddress, ({ work, body }) => work(tx => blockAddress(tx, body.address, body.scope)))

  serve(app, contract.unblockAddress, ({ work, params }) => work(tx => unblockAddress(tx, params.blockedId)))
}
