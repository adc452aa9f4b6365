import type { Source } from '../item/source.ts'
import { decodeEntities } from '../mail/html-entities.ts'
import { findTags } from '../mail/html-tags.ts'
import { parseSource } from '../mail/parse-source.ts'
import type { BlobStore } from '../storage/blob-store.ts'

/** A mail with more pictures is shown without the rest. */
const MOST_PICTURES = 500
const MOST_KEPT = 50

/** Which pictures a source names, for those asked about last: a mail asks for all of its pictures one after the other. */
const kept = new Map<string, Promise<Set<string>>>()

/** The pictures from the net that a mail's HTML names. Only these are ever fetched, so that nobody can have us call elsewhere. */
export function remotePictures(blobs: BlobStore, { hash }: Source): Promise<Set<string>> {
  const known = kept.get(hash) ?? read(blobs, hash)
  kept.delete(hash)
  kept.set(hash, known)
  known.catch(() => kept.delete(hash))
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return known
}

async function read(blobs: BlobStore, hash: string): Promise<Set<string>> {
  const { html } = await parseSource(await blobs.read(hash))
  return picturesIn(html ?? '')
}

/** The addresses in `src` of pictures, as a browser reads them. */
export function picturesIn(html: string): Set<string> {
  const found = new Set<string>()
  const { tagAt, endOfComment } = findTags(html)
  for (let at = html.indexOf('<'); at >= 0 && found.size < MOST_PICTURES; ) {
    const tag = tagAt(at)
    if (tag?.name === 'img') {
      const address = decodeEntities(sourceIn(html.slice(at, tag.end))).trim()
      if (/^(?:https?:)?\/\//i.test(address)) found.add(address)
    }
    at = html.indexOf('<', Math.max(tag?.end ?? endOfComment(at), at + 1))
  }
  return found
}

const attribute = /[\s/]([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g

/** The first `src` among the attributes of a tag; what others hold in quotes is none. */
function sourceIn(tag: string): string {
  for (const [, name = '', quoted, single, bare] of tag.matchAll(attribute))
    if (name.toLowerCase() === 'src') return quoted ?? single ?? bare ?? ''
  return ''
}
