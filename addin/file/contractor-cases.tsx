import { listCases } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { OpenCases } from './open-cases.tsx'

/** The timeline below is what one comes for. */
const SHOWN = 5

interface ContractorCasesProps {
  contractorId: string
}

/** The open cases of a contractor, kept current. */
export function ContractorCases({ contractorId }: ContractorCasesProps) {
  const { host } = useSurroundings()
  const cases = useList(`open cases ${contractorId}`, wanted =>
    call(host, listCases, { params: { contractorId }, querystring: { open: true, limit: SHOWN, ...wanted } }),
  )
  useLiveList(cases, event => event.type === 'case' && event.contractorId === contractorId)
  return <OpenCases contractorId={contractorId} list={cases} />
}
