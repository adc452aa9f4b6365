import { basename } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Leaves parts of the pane out of a build that never shows them, by their files: where everything is one file they would be read
 * with every mail. A part that is not there fails the build, so that none comes back under another name.
 */
export function withoutParts(parts: Record<string, string>): Plugin {
  const left = new Set(Object.keys(parts))
  return {
    name: 'without-parts',
    enforce: 'pre',
    load(id) {
      const name = basename(id)
      if (!(name in parts)) return null
      left.delete(name)
      return `export const ${parts[name]} = () => null`
    },
    buildEnd(error) {
      if (!error && left.size > 0) throw new Error(`there is no part ${[...left].join(', ')}`)
    },
  }
}
