import type { Uploaded, UploadFields } from '../../shared/upload.ts'
import { uploadDocument } from '../../shared/upload.ts'
import { ApiError, readProblem } from '../api/api-error.ts'
import { pathOf } from '../api/send.ts'
import { currentToken, renewToken } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'

/** What somebody says of a file that he puts in; without it title and type are guessed, and it shows as its place does. */
export type Told = Pick<UploadFields, 'title' | 'type' | 'audience'>

/** A file on its way: where it goes, under which key, and who wants to know how far it is. */
export interface FileToSend {
  file: File
  told: Told
  contractorId: string
  caseId: string | null
  /** The same for every try, so that none makes a second document. */
  key: string
  onProgress: (share: number) => void
  /** Ends the sending, so that it does not go on as somebody else. */
  signal: AbortSignal
}

/** Sends one file and tells how far it is, which only this older way of asking can. */
export async function sendFile(host: MailHost, toSend: FileToSend): Promise<Uploaded> {
  const token = currentToken(host) ?? (await renewToken(host, null))
  const reply = await sendOnce(toSend, token)
  const last = reply.status === 401 ? await sendOnce(toSend, await renewToken(host, token)) : reply
  if (last.status >= 300) throw readProblem(last.status, last.responseText)
  return JSON.parse(last.responseText) as Uploaded
}

function sendOnce(toSend: FileToSend, token: string | null): Promise<XMLHttpRequest> {
  const { file, told, contractorId, caseId, key, onProgress, signal } = toSend
  const form = new FormData()
  if (caseId) form.append('caseId', caseId)
  if (told.title) form.append('title', told.title)
  if (told.type) form.append('type', told.type)
  if (told.audience) form.append('audience', JSON.stringify(told.audience))
  form.append('file', file, file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => resolve(request)
    request.onerror = request.onabort = () => reject(new ApiError('offline'))
    signal.throwIfAborted()
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', pathOf(uploadDocument, { params: { contractorId } }))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', key)
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.send(form)
  })
}
