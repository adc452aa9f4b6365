import { PassThrough, type Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { Refusal } from '../refusal.ts'

/** A form with one file, whose bytes went where `keep` puts them. */
export interface Form<Kept> {
  fields: Record<string, string>
  file: { name: string; type: string; kept: Kept } | null
}

interface Reading<Kept> {
  /** Larger files are refused, and `keep` is told while it is at it. */
  mostBytes: number
  keep: (bytes: AsyncIterable<Uint8Array>) => Promise<Kept>
}

const FIELDS = 20
const LONGEST_FIELD = 64 * 1024
const WRAPPING = 256 * 1024

/** Reads a form (RFC 7578) piece by piece; what is no form, has several files or a too large one is refused. */
export async function readForm<Kept>(
  headers: Record<string, unknown>,
  body: Readable,
  { mostBytes, keep }: Reading<Kept>,
): Promise<Form<Kept>> {
  if (Number(headers['content-length']) > mostBytes + WRAPPING) throw new Refusal('too-large')
  const form: Form<Kept> = { fields: Object.create(null) as Record<string, string>, file: null }
  const keeping: Promise<void>[] = []
  const parser = parserOf(headers, mostBytes)
  const refuse = (refusal: Refusal) => parser.destroy(refusal)

  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (valueCut) refuse(new Refusal('too-large', [name]))
    form.fields[name] = value
  })
  parser.on('file', (name, stream, fileName, _encoding, type) => {
    const kept = keep(within(stream, parser)).then(kept => {
      form.file = { name: fileName ?? '', type, kept }
    })
    // It fails by itself when its stream does; nobody may be left waiting for the rest of the body then.
    kept.catch(error => parser.destroy(error instanceof Error ? error : new Error(String(error))))
    keeping.push(kept)
    if (name !== 'file') refuse(new Refusal('invalid', [name]))
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => refuse(new Refusal('invalid', ['body'])))

  try {
    await pipeline(body, parser)
    await Promise.all(keeping)
  } catch (error) {
    await Promise.allSettled(keeping)
    throw error instanceof Refusal || isOurs(error) ? error : new Refusal('invalid', ['body'])
  }
  return form
}

function parserOf(headers: Record<string, unknown>, mostBytes: number): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: { files: 1, fields: FIELDS, fieldSize: LONGEST_FIELD, fileSize: mostBytes, headerPairs: 50 },
    })
  } catch {
    // No boundary, or none that is one.
    throw new Refusal('invalid', ['body'])
  }
}

/**
 * The bytes of a file until it ends, is too long, or the form breaks off. The parser tells these in events, which nobody
 * hears who has not begun to read, and an error that nobody hears ends the process.
 */
function within(stream: BusboyFileStream, parser: Readable | Writable): AsyncIterable<Uint8Array> {
  const bytes = new PassThrough()
  const fail = (error: Error) => void bytes.destroy(error)
  bytes.on('error', () => {})
  stream.on('error', fail)
  stream.on('limit', () => fail(new Refusal('too-large')))
  parser.on('error', fail)
  parser.on('close', () => stream.readableEnded || fail(new Refusal('invalid', ['body'])))
  return stream.pipe(bytes)
}

/** Trouble of the disk or of our own code is not the sender's. */
function isOurs(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE'
}
