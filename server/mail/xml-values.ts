import { SaxesParser } from 'saxes'

/** A text is no XML that we read: broken, with a document type, too deep or of another namespace. */
class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Texts of elements by their path, such as `Faktura/Fa/P_2`, in their order; and the namespace they are of. */
export type XmlValues = { namespace: string; values: Map<string, string[]> }

const DEPTH = 32
const VALUES = 100

/**
 * Reads the texts of the wanted elements of a namespace. There are no document types, so no entities that grow and
 * nothing that is fetched; null for whatever is not well-formed.
 */
export function readXmlValues(text: string, namespaces: Set<string>, wanted: Set<string>): XmlValues | null {
  const found: XmlValues = { namespace: '', values: new Map() }
  const path: string[] = []
  let current = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => {
    throw new Unreadable()
  })
  parser.on('doctype', () => {
    throw new Unreadable()
  })
  parser.on('opentag', ({ local, uri }) => {
    if (path.length === 0) found.namespace = uri
    if (path.length >= DEPTH || !namespaces.has(found.namespace)) throw new Unreadable()
    // What another namespace put in between has a path that nobody wants.
    path.push(uri === found.namespace ? local : '*')
    current = ''
  })
  const addText = (piece: string) => {
    current += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const key = path.join('/')
    const values = found.values.get(key) ?? []
    if (wanted.has(key) && values.length < VALUES) found.values.set(key, [...values, current.trim()])
    path.pop()
    current = ''
  })
  try {
    parser.write(text).close()
    return found
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
