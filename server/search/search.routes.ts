import * as contract from '../../shared/finding.ts'
import { search } from '../../shared/item.ts'
import { type App, serve } from '../http/app-type.ts'
import { searchStart } from '../item/read-timeline.ts'
import { countFinds } from './count-finds.ts'
import { findPlaces } from './find-places.ts'
import { searchPage } from './search-page.ts'

export function searchRoutes(app: App) {
  serve(app, search, ({ read, querystring }) =>
    read(query => searchPage(query, querystring, searchStart(querystring), querystring.limit ?? 50)),
  )

  serve(app, contract.countFinds, ({ read, querystring }) =>
    read(query => countFinds(query, querystring, searchStart(querystring))),
  )

  serve(app, contract.findPlaces, ({ read, querystring }) => read(query => findPlaces(query, querystring)))
}
