import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'
import { withoutSchemas } from './addin/without-schemas.ts'

const root = path.resolve(import.meta.dirname, 'addin')
const rowParts =
  /shared\/upload\.ts$|addin\/(?:ui\/(?:button|chip|notice|tabs|toast|timeline-row|moment|kind-icon|seer-list)\.tsx|text\/moment\.ts)$|lucide\/dist\/esm\/icons\/(?:eye|file-up|mail|check|circle-alert|circle-check|info|undo-2|x|plus|loader-circle)\.m?js$/

/** Builds what runs in the browser. The pages come from our own server and obey its content security policy. */
export default defineConfig({
  root,
  build: {
    outDir: path.resolve(import.meta.dirname, 'build/web'),
    emptyOutDir: true,
    // Everything stands in files of its own: the policy allows no inline script, style or font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // How long plugins took is nothing for whoever starts the server for the first time.
      checks: { pluginTimings: false },
      input: ['app.html', 'mail-frame.html', 'outlook.html', 'outlook-events.html', 'outlook-sign-in.html'].map(name =>
        path.join(root, name),
      ),
      // What every face is made of travels together: in a file for each part it is a twentieth bigger compressed.
      output: { codeSplitting: { groups: [{ name: 'rows', test: rowParts }] } },
    },
  },
  // What Outlook's manifest names has names without a hash.
  publicDir: path.join(root, 'outlook/public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [withoutSchemas(), outlookEvents(), compressed(), firstLoads(), finished()],
})

/** Lays a compressed copy beside each text, once and thoroughly, so that the server never compresses while one waits. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: {
      // After what others write.
      sequential: true,
      handler({ dir = '' }) {
        for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
          if (!/\.(m?js|css|html|svg)$/.test(name)) continue
          const file = path.join(dir, name)
          const bytes = readFileSync(file)
          writeFileSync(`${file}.br`, brotliCompressSync(bytes))
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        }
      },
    },
  }
}

/** What Outlook runs without a page has to be one classic script. */
function outlookEvents(): Plugin {
  return {
    name: 'outlook-events',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const output = path.join(dir, 'outlook')
      await build({
        configFile: false,
        root,
        plugins: [withoutSchemas()],
        logLevel: 'warn',
        publicDir: false,
        build: {
          outDir: output,
          emptyOutDir: false,
          target: 'es2020',
          rolldownOptions: {
            input: path.join(root, 'outlook/events.ts'),
            output: { format: 'iife', entryFileNames: 'events.js', codeSplitting: false },
          },
        },
      })
      // Each mail waits for it that is sent.
      const { size } = statSync(path.join(output, 'events.js'))
      const told = `Outlook's events: ${(size / 1000).toFixed(1)} kB, of ${eventsLimit / 1000} kB`
      if (size > eventsLimit) throw new Error(told)
      process.stdout.write(`${told}\n`)
    },
  }
}

/** What one waits for before a page is drawn, in the longer of the two languages. Whoever makes it longer than its limit is told by a build that fails. */
function firstLoads(): Plugin {
  return {
    name: 'first-loads',
    apply: 'build',
    writeBundle: {
      // Before the mark of what is whole, which a build that is too long must not get.
      sequential: true,
      handler({ dir = '' }, bundle) {
        const compressedSize = (name: string) => brotliCompressSync(readFileSync(path.join(dir, name))).byteLength
        for (const { page, starts, texts, limit } of limits) {
          const loads = ['pl', 'en'].map(language =>
            firstLoad(bundle, [...starts, ...texts.map(text => `text/${text}${language}.ts`)], compressedSize),
          )
          const { size, names } = loads.reduce((one, other) => (other.size > one.size ? other : one))
          const told = `${page}: ${(size / 1000).toFixed(1)} kB compressed in ${names.length} files, of ${limit / 1000} kB`
          if (size > limit) throw new Error(told)
          process.stdout.write(`${told}\n`)
        }
      },
    },
  }
}

/** Marks the folder as whole: a build that was cut short, or found too long, lacks the mark and is done again. */
function finished(): Plugin {
  return {
    name: 'finished',
    apply: 'build',
    writeBundle: { sequential: true, handler: ({ dir = '' }) => writeFileSync(path.join(dir, '.built'), '') },
  }
}

const eventsLimit = 18_000
const limits = [
  { page: 'pane', starts: ['outlook.html'], texts: [''], limit: 60_000 },
  {
    page: 'first contractor page',
    starts: ['app.html', 'file/contractor-page.tsx'],
    texts: ['', 'app-'],
    limit: 90_000,
  },
]

type Bundle = Record<
  string,
  { type: string; name?: string; imports?: string[]; facadeModuleId?: string | null; viteMetadata?: unknown }
>

/** Scripts and styles that are asked for before a page is drawn, by what it starts from. */
function firstLoad(bundle: object, starts: string[], sizeOf: (name: string) => number) {
  const chunks = bundle as Bundle
  const names = new Set<string>()
  const add = (name: string) => {
    if (names.has(name)) return
    names.add(name)
    const { importedCss } = (chunks[name]?.viteMetadata ?? {}) as { importedCss?: Set<string> }
    for (const style of importedCss ?? []) names.add(style)
    for (const next of chunks[name]?.imports ?? []) add(next)
  }
  for (const start of starts) {
    const entry = Object.keys(chunks).find(name => chunks[name]?.facadeModuleId?.endsWith(`/${start}`))
    if (!entry) throw new Error(`nothing is loaded by ${start}`)
    add(entry)
  }
  const all = [...names].filter(name => chunks[name])
  return { names: all, size: all.reduce((sum, name) => sum + sizeOf(name), 0) }
}
