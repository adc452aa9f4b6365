import * as contract from '../../shared/activity.ts'
import { type App, serve } from '../http/app-type.ts'
import { readRows } from '../item/read-rows.ts'
import { createActivity } from './create-activity.ts'

export function activityRoutes(app: App) {
  serve(app, contract.createActivity, async ({ work, read, body }) => {
    const itemId = await work(tx => createActivity(tx, body, app.house.now()))
    const [row] = await read(query => readRows(query, [itemId]))
    if (!row) throw new Error('whoever files an activity sees it')
    return row
  })
}
