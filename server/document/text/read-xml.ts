import { SaxesParser } from 'saxes'
import { type Page, UsedUp } from './page.ts'

/** What is done on the way through an XML document; names come without their prefix. */
export interface XmlVisitor {
  open?(name: string, attribute: (name: string) => string): void
  close?(name: string): void
  text?(text: string): void
}

/** Deeper ones are made to break readers. */
const DEEPEST = 256

/**
 * Walks through XML that comes in pieces, so that no document is held as a whole. No DTD is read and no entity of one is
 * known, so nothing is expanded and nothing fetched. Answers how to go on, and whether all was well formed at the end.
 */
export function walkXml(visitor: XmlVisitor): { write(piece: string): void; end(): boolean } {
  const parser = new SaxesParser()
  let isBroken = false
  let depth = 0
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw new UsedUp()
    visitor.open?.(localName(name), wanted => attributeOf(attributes, wanted))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    visitor.close?.(localName(name))
  })
  parser.on('text', text => visitor.text?.(text))
  parser.on('cdata', text => visitor.text?.(text))
  return {
    write(piece) {
      if (!isBroken) parser.write(piece)
    },
    end() {
      if (!isBroken) parser.close()
      return !isBroken
    },
  }
}

/** Writes everything that stands between tags on the page, a line each; false when the XML is not well formed. */
export function readXmlText(xml: string, page: Page): boolean {
  const walk = walkXml({
    text: text => page.add(text.trim()),
    close: () => page.endLine(),
  })
  walk.write(xml)
  return walk.end()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributeOf(attributes: Record<string, unknown>, wanted: string): string {
  const name = Object.keys(attributes).find(each => localName(each) === wanted)
  return name === undefined ? '' : String(attributes[name])
}
