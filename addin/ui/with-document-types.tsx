import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type DocumentTypeEntry, listDocumentTypes } from '../../shared/document-type.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { DocumentTypesContext } from './document-types.ts'

interface WithDocumentTypesProps {
  host: MailHost
  /** Waits so long before it asks, where something else is wanted first. */
  afterMs?: number
  children: ComponentChildren
}

/** Hands the types of documents to everything below. Without an answer the product's own stand in. */
export function WithDocumentTypes({ host, afterMs = 0, children }: WithDocumentTypesProps) {
  const [types, setTypes] = useState<DocumentTypeEntry[]>([])
  const [round, setRound] = useState(0)

  useEffect(() => {
    let isCurrent = true
    const ask = () =>
      call(host, listDocumentTypes).then(
        ({ items }) => isCurrent && setTypes(items),
        () => undefined,
      )
    const timer = setTimeout(() => void ask(), round === 0 ? afterMs : 0)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [host, round])

  return (
    <DocumentTypesContext.Provider value={{ types, renew: () => setRound(before => before + 1) }}>
      {children}
    </DocumentTypesContext.Provider>
  )
}
