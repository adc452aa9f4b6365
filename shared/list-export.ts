import * as Type from 'typebox'
import { TaskQuery } from './activity.ts'
import { searchQuery } from './item.ts'
import { route } from './route.ts'
import { Id } from './scalars.ts'

const Contents = Type.Unsafe<Uint8Array>({})
const { limit: _limit, cursor: _cursor, ...searchFilter } = searchQuery
const { limit: _taskLimit, cursor: _taskCursor, ...taskFilter } = TaskQuery.properties
const q = Type.Optional(Type.String({ maxLength: 200 }))

/** Everything that holds all the words that are looked for, newest first, as a spreadsheet. */
export const exportFinds = route({
  method: 'GET',
  url: '/api/search.csv',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'What a search finds as CSV',
    querystring: Type.Object(searchFilter),
    response: { 200: Contents },
  },
})

/** The open tasks of a list, those due first. */
export const exportTasks = route({
  method: 'GET',
  url: '/api/tasks.csv',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: { summary: 'Open tasks as CSV', querystring: Type.Object(taskFilter), response: { 200: Contents } },
})

/** The contact persons of a contractor, or those of them who are looked for by pieces of what stands there. */
export const exportPeople = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/people.csv',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Contact persons of a contractor as CSV',
    params: Type.Object({ contractorId: Id }),
    querystring: Type.Object({ q }),
    response: { 200: Contents },
  },
})

/** Contractors by name, all or those that fit. */
export const exportContractors = route({
  method: 'GET',
  url: '/api/contractors.csv',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Contractors as CSV',
    description: 'At most ten thousand of those that fit words; the last line then says that there may be more.',
    querystring: Type.Object({ q }),
    response: { 200: Contents },
  },
})
