import { parentPort } from 'node:worker_threads'
import { parseMessage } from './parse.ts'

// The body of a parsing thread: one source comes in, one parsed message goes out with its bytes handed over.
parentPort?.on('message', (source: Uint8Array) => {
  void parseMessage(source).then(message => {
    const buffers = new Set(message.attachments.map(({ content }) => content.buffer))
    parentPort?.postMessage(message, [...buffers])
  })
})
