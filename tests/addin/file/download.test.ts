import { afterEach, expect, it, vi } from 'vitest'
import { download } from '../../../addin/file/download.ts'
import { fakeHost } from '../../support/fake-host.ts'

const host = fakeHost(null)
afterEach(() => vi.unstubAllGlobals())

/** A server whose bytes come when the test lets them. */
function slowServer() {
  let send: (bytes: number) => void = () => undefined
  let end: () => void = () => undefined
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      send = bytes => controller.enqueue(new Uint8Array(bytes))
      end = () => controller.close()
    },
  })
  const fetched = vi.fn(async (_: string, { signal }: RequestInit) => {
    signal?.addEventListener('abort', () => void stream.cancel().catch(() => undefined))
    return new Response(stream)
  })
  vi.stubGlobal('fetch', fetched)
  return { send: (bytes: number) => send(bytes), end: () => end(), fetched }
}

it('tells how much has come while it comes', async () => {
  const server = slowServer()
  const told: number[] = []
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')

  const done = download(host, '/api/x', 'x.zip', { onBytes: bytes => told.push(bytes) })
  server.send(100)
  server.send(50)
  server.end()
  await done

  expect(told).toEqual([100, 150])
  expect(made.mock.calls.map(([blob]) => (blob instanceof Blob ? blob.size : null))).toEqual([150])
})

it('saves nothing when it is told to stop', async () => {
  const server = slowServer()
  const made = vi.spyOn(URL, 'createObjectURL').mockClear()
  const stop = new AbortController()

  const done = download(host, '/api/x', 'x.zip', { signal: stop.signal, onBytes: () => stop.abort() })
  server.send(100)

  await expect(done).rejects.toThrow()
  expect(made).not.toHaveBeenCalled()
})
