import path from 'node:path'
import { build, preview } from 'vite'
import { withoutSchemas } from '../../addin/without-schemas.ts'

/** Builds a page that stands in this folder and serves it until it is stopped. */
export async function serveBuilt(name: string, outDir: string) {
  const settings = { configFile: false as const, root: import.meta.dirname, logLevel: 'warn' as const }
  await build({
    ...settings,
    plugins: [withoutSchemas()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: path.join(import.meta.dirname, name) },
    },
  })
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  return { address: `${server.resolvedUrls?.local[0]}${name}`, stop: () => server.close() }
}
