import { parentPort } from 'node:worker_threads'
import { vectorOf } from './analyse.ts'

// The body of an analysing thread: a text comes in as JSON in UTF-8, what the index holds of it goes out.
parentPort?.on('message', (text: Uint8Array) => {
  void vectorOf(JSON.parse(new TextDecoder().decode(text))).then(vector => parentPort?.postMessage(vector))
})
