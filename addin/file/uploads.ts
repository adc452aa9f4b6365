import { LARGEST_UPLOAD, type Uploaded } from '../../shared/upload.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { randomKey } from '../api/random-key.ts'
import { alsoForget } from '../app/kept-answers.ts'
import type { MailHost } from '../host/mail-host.ts'
import { type FileToSend, sendFile, type Told } from './send-file.ts'

/** One file that somebody put in, and how far it is. */
export interface Upload {
  key: string
  file: File
  /** What was said of it when it was put in. */
  told: Told
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** From 0 to 1. */
  share: number
  result: Uploaded | null
  failure: FailureCode | 'empty' | null
}

/** The files that are being put into one place. They go on when the reader looks at another tab. */
export interface Uploads {
  list: () => Upload[]
  add: (files: File[], told?: Told) => void
  retry: (key: string) => void
  /** Takes what is over off the list. */
  clear: () => void
  follow: (listener: () => void) => () => void
  /** Stops everything and forgets it. */
  end: () => void
}

type Send = (host: MailHost, toSend: FileToSend) => Promise<Uploaded>

const AT_ONCE = 2
const places = new Map<string, Uploads>()

// Whoever signs in next neither sees nor sends the files of who was here before.
alsoForget(() => {
  for (const uploads of places.values()) uploads.end()
  places.clear()
})

/** The uploads of one place of this session. */
export function uploadsTo(host: MailHost, contractorId: string, caseId: string | null): Uploads {
  const name = `${contractorId} ${caseId}`
  const known = places.get(name) ?? startUploads(host, contractorId, caseId)
  places.set(name, known)
  return known
}

/** A queue of files of which two at a time are sent. */
export function startUploads(
  host: MailHost,
  contractorId: string,
  caseId: string | null,
  send: Send = sendFile,
): Uploads {
  let uploads: Upload[] = []
  const listeners = new Set<() => void>()
  const stop = new AbortController()

  function put(key: string, change: Partial<Upload>) {
    uploads = uploads.map(upload => (upload.key === key ? { ...upload, ...change } : upload))
    for (const listener of listeners) listener()
  }

  async function run(upload: Upload) {
    put(upload.key, { state: 'sending', share: 0, failure: null })
    const onProgress = (share: number) => put(upload.key, { share })
    try {
      const { file, key, told } = upload
      const result = await send(host, { file, told, contractorId, caseId, key, onProgress, signal: stop.signal })
      put(upload.key, { state: 'done', share: 1, result })
    } catch (error) {
      put(upload.key, { state: 'failed', failure: failureOf(error) })
    }
    next()
  }

  function next() {
    const free = AT_ONCE - uploads.filter(upload => upload.state === 'sending').length
    for (const upload of uploads.filter(one => one.state === 'waiting').slice(0, free)) void run(upload)
  }

  return {
    list: () => uploads,
    add(files, told = {}) {
      uploads = [...files.map(file => startOf(file, told)), ...uploads]
      for (const listener of listeners) listener()
      next()
    },
    retry(key) {
      put(key, { state: 'waiting', failure: null })
      next()
    },
    clear() {
      uploads = uploads.filter(({ state }) => state === 'waiting' || state === 'sending')
      for (const listener of listeners) listener()
    },
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      uploads = []
      stop.abort()
      for (const listener of listeners) listener()
    },
  }
}

/** What the server would refuse of a file is told without sending it. */
export function troubleOf(file: File): 'too-large' | 'empty' | null {
  if (file.size > LARGEST_UPLOAD) return 'too-large'
  return file.size === 0 ? 'empty' : null
}

function startOf(file: File, told: Told): Upload {
  const failure = troubleOf(file)
  return {
    key: randomKey(),
    file,
    told,
    state: failure ? 'failed' : 'waiting',
    share: 0,
    result: null,
    failure,
  }
}
