import * as contract from '../../shared/journal-address.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeAddress } from './change-address.ts'
import { createAddress } from './create-address.ts'
import { readAddress, readAddresses } from './read-addresses.ts'

export function journalAddressRoutes(app: App) {
  serve(app, contract.createJournalAddress, ({ work, body }) =>
    work(async tx => readAddress(tx, await createAddress(tx, body))),
  )

  serve(app, contract.listJournalAddresses, ({ work }) =>
    work(async tx => ({ items: await readAddresses(tx), next: null })),
  )

  serve(app, contract.changeJournalAddress, ({ work, params, body }) =>
    work(async tx => {
      await changeAddress(tx, params.journalAddressId, body)
      return readAddress(tx, params.journalAddressId)
    }),
  )

  serve(app, contract.syncJournalAddress, ({ work, params }) =>
    work(async tx => {
      const address = await readAddress(tx, params.journalAddressId)
      await tx.sql('select hurry_journal($1)', [address.id])
      return address
    }),
  )
}
