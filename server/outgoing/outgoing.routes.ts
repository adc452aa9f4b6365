import * as contract from '../../shared/outgoing-mail.ts'
import { type App, serve } from '../http/app-type.ts'
import { proveMyself } from '../identity/prove-myself.ts'
import { User } from '../identity/user.entity.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { Refusal } from '../refusal.ts'
import { changeAlarmSetting, readAlarmSetting } from './alarm-setting.ts'
import { keptServer, putMailServer, readMailServer } from './mail-server.ts'
import { readDigest } from './read-digest.ts'
import { tryServer } from './try-server.ts'

export function outgoingRoutes(app: App) {
  const { config } = app.house

  serve(app, contract.readMailServer, ({ work }) => work(readMailServer))

  serve(app, contract.putMailServer, async ({ work, house, body }) => {
    await work(tx => tx.sql('select administrators_only()'))
    const kept = await house.database.work(null, keptServer)
    await work(tx => putMailServer(tx, body, kept, mailboxKey(config.dataFolder)))
  })

  serve(app, contract.removeMailServer, ({ work }) =>
    work(async tx => void (await tx.sql('select remove_mail_server()'))),
  )

  serve(app, contract.tryMailServer, ({ house, work }) => tryServer(house, work))

  serve(app, contract.readDigest, ({ work }) => work(readDigest))

  serve(app, contract.changeDigest, ({ work, body }) =>
    work(async tx => {
      await tx.sql('select set_my_digest($1)', [body.digest])
      return readDigest(tx)
    }),
  )

  serve(app, contract.readAlarmSetting, ({ work }) => work(readAlarmSetting))
  serve(app, contract.changeAlarmSetting, ({ work, body }) => work(tx => changeAlarmSetting(tx, body.hours)))

  serve(app, contract.mailPasswordLink, async asked => {
    const { work, params, body } = asked
    const account = await work(async tx => {
      await tx.sql('select administrators_only()')
      const [row] = await tx.sql<{ has: boolean }>('select has_mail_server() as has')
      if (!row?.has) throw new Refusal('no-mail-server')
      if (!config.publicUrl) throw new Refusal('no-public-url')
      return tx.em.findOne(User, params.userId)
    })
    // Whoever reads an administrator's mail would become one.
    if (account?.isAdmin) await proveMyself(asked, body.password)
    return work(async tx => void (await tx.sql('select mail_password_link($1)', [params.userId])))
  })
}
