import { useEffect, useState } from 'preact/hooks'
import { type CaseFile, listCases } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

const MOST_CASES = 200

/** The open cases of any contractor, beside those of the mail. */
export function useOpenCases(host: MailHost, contractorId: string): CaseFile[] {
  const [cases, setCases] = useState<CaseFile[]>([])
  useEffect(() => {
    let current = true
    setCases([])
    call(host, listCases, { params: { contractorId }, querystring: { open: true, limit: MOST_CASES } }).then(
      page => current && setCases(page.items),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [host, contractorId])
  return cases
}
