import { readFileSync } from 'node:fs'

/** Bytes of a file in the folder of reports beside this one. */
export function readReport(name: string): Buffer {
  return readFileSync(new URL(`reports/${name}`, import.meta.url))
}
