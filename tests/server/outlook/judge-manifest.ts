import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/** What each layer has against a manifest; nothing when it is content. */
export interface Verdict {
  schema: string[]
  sense: string[]
  conversion: string[]
  unified: string[]
}

const require = createRequire(import.meta.url)
const schemaFile = path.join(import.meta.dirname, 'manifest/manifest.xsd')
const LARGEST = 256 * 1024
const desktopSizes = ['16', '32', '80']
const mobileSizes = ['25', '32', '48'].flatMap(size => ['1', '2', '3'].map(scale => `${size}x${scale}`))

xmlRegisterFsInputProviders()
const schema = XsdValidator.fromDoc(
  XmlDocument.fromString(readFileSync(schemaFile, 'utf8'), { url: pathToFileURL(schemaFile).href }),
)

/** Judges a manifest as far as that is possible without Microsoft's own service. */
export async function judgeManifest(xml: string): Promise<Verdict> {
  return { schema: judgeBySchema(xml), sense: judgeSense(xml), ...(await judgeConverted(xml)) }
}

function judgeBySchema(xml: string): string[] {
  try {
    using document = XmlDocument.fromString(xml)
    schema.validate(document)
    return []
  } catch (error) {
    return [String(error)]
  }
}

/** What no schema can say: names that lead nowhere, icons that are missing, what Microsoft's store refuses. */
function judgeSense(xml: string): string[] {
  const all = readElements(xml)
  if (!all) return ['not well-formed']
  return [
    ...all.filter(one => one.attributes.resid && !hasResource(one, all)).map(one => `no ${one.attributes.resid}`),
    ...all.filter(({ value }) => value?.includes('://') && !value.startsWith('https://')).map(one => `${one.value}`),
    ...all.filter(one => one.name === 'Icon').flatMap(icon => missingIcons(icon, all)),
    ...twice(all.filter(one => one.name === 'Control').map(one => `${one.scope} ${one.attributes.id}`)),
    ...twice(
      all
        .filter(one => one.attributes.id && one.parent.match(/Images|Urls|Strings/))
        .map(one => `${one.scope} ${one.attributes.id}`),
    ),
    ...(all.some(one => one.name === 'Permissions') ? [] : ['no Permissions']),
    ...all
      .filter(one => one.attributes.type?.match(/CustomPane|^Events$/))
      .map(one => `${one.attributes.type} is not taken`),
    ...all
      .filter(one => (one.attributes.SendMode ?? 'PromptUser') !== 'PromptUser')
      .map(() => 'a send may not be forbidden'),
    ...(Buffer.byteLength(xml) > LARGEST ? ['too large'] : []),
  ]
}

interface Element {
  name: string
  /** Which of the nested overrides it stands in; ids are of one of them only. */
  scope: string
  parent: string
  path: string
  attributes: Record<string, string>
  value: string | undefined
}

function readElements(xml: string): Element[] | null {
  try {
    using document = XmlDocument.fromString(xml)
    return walk(document.root, { scope: 'base', parent: '', path: '0' })
  } catch {
    return null
  }
}

function walk(element: XmlElement, place: { scope: string; parent: string; path: string }): Element[] {
  const attributes = Object.fromEntries(element.attrs.map(one => [one.name, one.value]))
  const scope = element.name === 'VersionOverrides' ? (attributes.type ?? '') : place.scope
  const children: XmlElement[] = []
  for (let node = element.firstChild; node; node = node.next) if (node instanceof XmlElement) children.push(node)
  const text = children.length === 0 ? element.content.trim() : ''
  return [
    { name: element.name, ...place, scope, attributes, value: attributes.DefaultValue ?? (text || undefined) },
    ...children.flatMap((child, index) => walk(child, { scope, parent: element.name, path: `${place.path}.${index}` })),
  ]
}

function hasResource({ scope, attributes }: Element, all: Element[]): boolean {
  return all.some(
    one => one.scope === scope && one.attributes.id === attributes.resid && one.parent.match(/Images|Urls|Strings/),
  )
}

function missingIcons(icon: Element, all: Element[]): string[] {
  const images = all.filter(one => one.name === 'Image' && one.path.startsWith(`${icon.path}.`))
  const found = images.map(({ attributes: { size, scale } }) => (scale ? `${size}x${scale}` : size))
  const wanted = icon.attributes.type ? mobileSizes : desktopSizes
  return wanted.filter(size => !found.includes(size)).map(size => `no icon of ${size}`)
}

function twice(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map(name => `twice: ${name}`)
}

/** Microsoft's converter to the newer JSON form, and the published schema of that form. */
async function judgeConverted(xml: string): Promise<Pick<Verdict, 'conversion' | 'unified'>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-manifest-'))
  try {
    writeFileSync(path.join(folder, 'manifest.xml'), xml)
    const problem = await convert(folder)
    if (problem) return { conversion: [problem], unified: [] }
    const { validateManifest } = require('office-addin-manifest')
    const { isValid, report } = await validateManifest(path.join(folder, 'out/manifest.json'))
    return { conversion: [], unified: isValid ? [] : [JSON.stringify(report)] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The converter may end well and yet write nothing, so its file counts, not its word. */
async function convert(folder: string): Promise<string | null> {
  const converter = require('office-addin-manifest-converter')
  try {
    await converter.convert(path.join(folder, 'manifest.xml'), path.join(folder, 'out'), false, null, null, false)
    readFileSync(path.join(folder, 'out/manifest.json'))
    return null
  } catch (error) {
    return String(error)
  }
}
