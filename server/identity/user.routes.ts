import * as contract from '../../shared/user.ts'
import type { Config } from '../config.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { type CreatedUser, createUser } from './create-user.ts'
import { changeGroup, createGroup, listGroups } from './group.ts'
import { listUsers } from './list-users.ts'
import { passwordLink } from './password-link.ts'
import { proveMyself } from './prove-myself.ts'
import { readMe } from './session.ts'
import type { User } from './user.entity.ts'

export function userRoutes(app: App) {
  const { now, config } = app.house

  serve(app, contract.readMe, ({ work }) => work(readMe))

  serve(app, contract.changeMe, ({ work, body }) =>
    work(async tx => {
      await tx.sql('select set_my_language($1)', [body.language])
      return readMe(tx)
    }),
  )

  serve(app, contract.listUsers, ({ work, querystring }) => work(tx => listUsers(tx, querystring)))

  serve(app, contract.createUser, async asked => {
    const { ownPassword, ...input } = asked.body
    await asked.work(async tx => {
      if (!(await readMe(tx)).isAdmin) throw new Refusal('not-allowed')
    })
    if (input.isAdmin) await proveMyself(asked, ownPassword)
    return asked.work(async tx => {
      if (!(await readMe(tx)).isAdmin) throw new Refusal('not-allowed')
      return presentCreated(await createUser(tx, input, now()), config)
    })
  })

  serve(app, contract.listGroups, ({ work, querystring }) => work(tx => listGroups(tx, querystring)))

  serve(app, contract.createGroup, ({ work, body }) =>
    work(async tx => {
      if (!(await readMe(tx)).isAdmin) throw new Refusal('not-allowed')
      return createGroup(tx, body.name, body.members ?? [])
    }),
  )

  serve(app, contract.changeGroup, ({ work, params, body }) =>
    work(async tx => {
      if (!(await readMe(tx)).isAdmin) throw new Refusal('not-allowed')
      return changeGroup(tx, params.groupId, body)
    }),
  )

  serve(app, contract.removeGroup, ({ work, params }) =>
    work(async tx => void (await tx.sql('select remove_group($1)', [params.groupId]))),
  )
}

function present(user: User): contract.User {
  return { id: user.id, name: user.name, email: user.email, isAdmin: user.isAdmin }
}

function presentCreated({ user, linkToken }: CreatedUser, config: Config) {
  return linkToken ? { ...present(user), passwordLink: passwordLink(config, linkToken) } : present(user)
}
