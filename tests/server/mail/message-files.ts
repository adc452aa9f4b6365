import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseMessage } from '../../../server/mail/parse.ts'
import type { ParsedMessage } from '../../../server/mail/parsed-message.ts'

/** Path of a file in tests/messages. */
export function messageFile(name: string): string {
  return fileURLToPath(new URL(`../../messages/${name}`, import.meta.url))
}

/** Bytes of a file in tests/messages. */
export function readMessage(name: string): Buffer {
  return readFileSync(messageFile(name))
}

/** A file in tests/messages, parsed. */
export function parseFile(name: string): Promise<ParsedMessage> {
  return parseMessage(readMessage(name))
}

/** A message written in a test: lines joined by CRLF, each letter one byte unless a charset is named. */
export function parseLines(lines: string[], encoding: BufferEncoding = 'utf8'): Promise<ParsedMessage> {
  return parseMessage(Buffer.from(lines.join('\r\n'), encoding))
}
