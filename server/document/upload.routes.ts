import type { Readable } from 'node:stream'
import * as contract from '../../shared/upload.ts'
import type { Statement } from '../database/work.ts'
import { type App, serve } from '../http/app-type.ts'
import { readForm } from '../http/read-form.ts'
import { readRows } from '../item/read-rows.ts'
import { Refusal } from '../refusal.ts'
import { keepBytes } from './keep-bytes.ts'
import { readFields } from './read-fields.ts'
import { takeUpload } from './take-upload.ts'

const seesContractor: Statement = { name: 'sees-contractor', text: 'select from contractor where id = $1' }

export function uploadRoutes(app: App) {
  serve(app, contract.uploadDocument, async ({ read, user, house, params, request, body, reply }) => {
    // One header of one word: the contract has looked at it.
    const key = (request.headers['idempotency-key'] as string | undefined) ?? null
    // Before a hundred megabytes are taken for nothing; whether he may put it there is judged when it is filed.
    if (!(await read(query => query(seesContractor, [params.contractorId]))).length) throw new Refusal('not-found')
    if (!body) throw new Refusal('invalid', ['file'])
    const form = await readForm(request.headers, body as unknown as Readable, {
      mostBytes: contract.LARGEST_UPLOAD,
      keep: bytes => keepBytes(house.blobs, bytes),
    })
    if (!form.file) throw new Refusal('invalid', ['file'])
    const place = { contractorId: params.contractorId, ...readFields(form.fields, house.now()) }
    const { name, type, kept } = form.file
    const taken = await takeUpload(house, user, { ...kept, name, declared: type }, { ...place, key })
    const [item] = taken.itemId ? await read(query => readRows(query, [taken.itemId ?? ''])) : []
    if (taken.isPending) reply.code(202)
    return { became: taken.became, id: taken.id, isKnown: taken.isKnown, item: item ?? null }
  })
}
