import { parentPort } from 'node:worker_threads'
import { convertMsg } from './convert-msg.ts'

// The body of a converting thread: one .msg comes in, one source goes out. What breaks the reader ends the thread.
parentPort?.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  void convertMsg(bytes).then(source => parentPort?.postMessage(source, [source.buffer]))
})
