import * as contract from '../../shared/own-address.ts'
import { type App, serve } from '../http/app-type.ts'
import { addOwnAddress, listOwnAddresses, removeOwnAddress } from './own-addresses.ts'

export function ownAddressRoutes(app: App) {
  serve(app, contract.listOwnAddresses, ({ work }) =>
    work(async tx => ({ items: await listOwnAddresses(tx), next: null })),
  )

  serve(app, contract.addOwnAddress, ({ work, body }) => work(tx => addOwnAddress(tx, body.address)))

  serve(app, contract.removeOwnAddress, ({ work, querystring }) =>
    work(tx => removeOwnAddress(tx, querystring.address)),
  )
}
