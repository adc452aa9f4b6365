import * as contract from '../../shared/notification.ts'
import { setFollow } from '../access/follow.ts'
import { type App, serve } from '../http/app-type.ts'
import { countUnread, readNotifications } from './read-notifications.ts'

export function notificationRoutes(app: App) {
  serve(app, contract.listNotifications, ({ read, querystring }) =>
    read(query => readNotifications(query, querystring)),
  )

  serve(app, contract.countNotifications, ({ read }) => read(countUnread))

  serve(app, contract.readNotifications, ({ work, body }) =>
    work(async tx => void (await tx.sql('select see_notifications($1)', [body.until]))),
  )

  serve(app, contract.followContractor, ({ work, params, body }) =>
    work(tx => setFollow(tx, 'contractor', params.contractorId, body.follows)),
  )

  serve(app, contract.followCase, ({ work, params, body }) =>
    work(tx => setFollow(tx, 'case', params.caseId, body.follows)),
  )
}
