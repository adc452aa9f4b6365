import { readText } from './read-text.ts'

// The body of the reading process: the bytes of one document come in, its text goes out. It ends with the server.
process.on('message', (bytes: Uint8Array) => {
  void readText(bytes).then(text => process.send?.(text))
})
process.on('disconnect', () => process.exit(0))
