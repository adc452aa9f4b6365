import type { TestHouse } from './house.ts'
import { type Actor, type Reply, tokenOf } from './people.ts'

/** A file for an upload, and the fields beside it. */
export interface FormInput {
  name?: string
  type?: string
  content: Uint8Array | string
  fields?: Record<string, string>
  key?: string
}

/** A form as a browser sends it. */
export async function formOf({ name = 'plik.txt', type = 'text/plain', content, fields = {} }: FormInput) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new Blob([content as Uint8Array<ArrayBuffer> | string], { type }), name)
  const sent = new Response(form)
  return { type: sent.headers.get('content-type') ?? '', bytes: Buffer.from(await sent.arrayBuffer()) }
}

/** Puts a file into a contractor's file as somebody. */
export async function upload(test: TestHouse, actor: Actor, contractorId: string, input: FormInput): Promise<Reply> {
  const { type, bytes } = await formOf(input)
  const reply = await test.app.inject({
    method: 'POST',
    url: `/api/contractors/${contractorId}/documents`,
    headers: {
      authorization: `Bearer ${await tokenOf(test, actor.id)}`,
      'content-type': type,
      ...(input.key && { 'idempotency-key': input.key }),
    },
    payload: bytes,
  })
  return { status: reply.statusCode, body: reply.json() }
}
