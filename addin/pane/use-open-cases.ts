import { type CaseFile, listCases } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useAsked } from './use-asked.ts'

const MOST_CASES = 200

/** The open cases of any contractor, beside those of the mail. */
export function useOpenCases(host: MailHost, contractorId: string): CaseFile[] {
  const querystring = { open: true, limit: MOST_CASES }
  const { value } = useAsked(
    async () => ({ contractorId, ...(await call(host, listCases, { params: { contractorId }, querystring })) }),
    [host, contractorId],
  )
  return value?.contractorId === contractorId ? value.items : []
}
