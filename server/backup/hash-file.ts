import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** The sha256 and the size of a file, or null when it is not there. */
export async function hashFile(file: string): Promise<{ sha256: string; bytes: number } | null> {
  const digest = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
      digest.update(chunk)
      bytes += chunk.length
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
  return { sha256: digest.digest('hex'), bytes }
}
