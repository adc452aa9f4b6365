import { parentPort } from 'node:worker_threads'

// Stands in for a parser that a message can break: the text of the message says how.
parentPort?.on('message', (source: Uint8Array) => {
  const order = Buffer.from(source).toString()
  if (order === 'hang') for (;;);
  if (order === 'throw') throw new Error('broken')
  if (order === 'exit') process.exit(3)
  if (order === 'memory') {
    const hoard: string[][] = []
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => `x${index}`))
  }
  parentPort?.postMessage({ subject: order })
})
