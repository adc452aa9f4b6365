import * as contract from '../../shared/journal-address.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeAddress } from './change-address.ts'
import { createAddress } from './create-address.ts'
import { readAddress, readAddresses } from './read-addresses.ts'
import { removeAddress } from './remove-address.ts'
import { journalKeys } from './secret-part.ts'

export function journalAddressRoutes(app: App) {
  const keys = journalKeys(app.house.config.dataFolder)

  serve(app, contract.createJournalAddress, ({ work, body }) =>
    work(async tx => readAddress(tx, await createAddress(tx, body, keys), keys)),
  )

  serve(app, contract.listJournalAddresses, ({ work }) =>
    work(async tx => ({ items: await readAddresses(tx, keys), next: null })),
  )

  serve(app, contract.changeJournalAddress, ({ work, params, body }) =>
    work(async tx => {
      await changeAddress(tx, params.journalAddressId, body)
      return readAddress(tx, params.journalAddressId, keys)
    }),
  )

  serve(app, contract.removeJournalAddress, ({ work, params }) =>
    work(tx => removeAddress(tx, params.journalAddressId)),
  )

  serve(app, contract.syncJournalAddress, ({ work, params }) =>
    work(async tx => {
      const address = await readAddress(tx, params.journalAddressId, keys)
      await tx.sql('select hurry_journal($1)', [address.id])
      return address
    }),
  )
}
