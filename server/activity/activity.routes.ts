import * as contract from '../../shared/activity.ts'
import { type App, serve } from '../http/app-type.ts'
import { readRows } from '../item/read-rows.ts'
import { changeActivity, commentActivity } from './change-activity.ts'
import { createActivity } from './create-activity.ts'
import { listTasks } from './list-tasks.ts'

export function activityRoutes(app: App) {
  serve(app, contract.createActivity, async ({ work, read, body }) => {
    const itemId = await work(tx => createActivity(tx, body, app.house.now()))
    const [row] = await read(query => readRows(query, [itemId]))
    if (!row) throw new Error('whoever files an activity sees it')
    return row
  })

  serve(app, contract.changeActivity, ({ work, params, body }) =>
    work(tx => changeActivity(tx, params.activityId, body, app.house.now())),
  )

  serve(app, contract.commentActivity, ({ work, params, body }) =>
    work(tx => commentActivity(tx, params.activityId, body.comment.trim())),
  )

  serve(app, contract.listTasks, ({ read, querystring }) => read(query => listTasks(query, querystring)))
}
