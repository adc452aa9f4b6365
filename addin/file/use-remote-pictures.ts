import { useState } from 'preact/hooks'
import { LONGEST_PICTURE_URL, readItemPicture } from '../../shared/item-message.ts'
import { pathOf } from '../api/send.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { dataUrl } from './data-url.ts'
import { fetchBytes } from './download.ts'
import { sniffPreview } from './sniff-preview.ts'

const AT_ONCE = 4

/** Pictures of a mail from the net, once its reader has asked for them. */
export interface RemotePictures {
  state: 'blocked' | 'loading' | 'shown'
  pictures: ReadonlyMap<string, string>
  failed: number
  show: (urls: string[]) => void
}

/** Fetches the pictures that a mail names, through the server and only when told to. */
export function useRemotePictures(itemId: string): RemotePictures {
  const { host } = useSurroundings()
  const [state, setState] = useState<RemotePictures['state']>('blocked')
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map())
  const [failed, setFailed] = useState(0)

  async function load(url: string): Promise<[string, string] | null> {
    if (url.length > LONGEST_PICTURE_URL) return null
    try {
      const bytes = await fetchBytes(host, pathOf(readItemPicture, { params: { itemId }, querystring: { url } }))
      const preview = sniffPreview(bytes, '')
      return preview.is === 'image' ? [url, await dataUrl(bytes, preview.type)] : null
    } catch {
      // Why one is missing nobody needs to know; that some are is said.
      return null
    }
  }

  async function show(urls: string[]) {
    setState('loading')
    const waiting = [...new Set(urls)]
    const found = new Map<string, string>()
    const lane = async () => {
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        const picture = await load(url)
        if (picture) found.set(...picture)
      }
    }
    const amount = waiting.length
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    setPictures(found)
    setFailed(amount - found.size)
    setState('shown')
  }

  return { state, pictures, failed, show: urls => void show(urls) }
}
