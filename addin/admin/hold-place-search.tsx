import { readCase } from '../../shared/case-file.ts'
import { type ContractorRow, listContractors, readContractor } from '../../shared/contractor.ts'
import { type CaseFound, findPlaces } from '../../shared/finding.ts'
import { call } from '../api/call.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { readObject } from './read-object.ts'

const MOST = 8

/** A contractor's file or a case that may be held, and what it is called. */
export interface HoldPlace {
  id: string
  objectType: 'contractor' | 'case'
  name: string
  detail: string
}

interface HoldPlaceSearchProps {
  failure: string | undefined
  takesFocus: boolean
  onPick: (place: HoldPlace) => void
}

/** Finds a contractor or a case by name, NIP or reference, or by the address of its page. */
export function HoldPlaceSearch({ failure, takesFocus, onPick }: HoldPlaceSearchProps) {
  const { retention: text } = useAdminText()
  const { host } = useSurroundings()

  async function find(words: string): Promise<HoldPlace[]> {
    const object = readObject(words)
    if (object?.objectType === 'contractor')
      return [ofContractor(await call(host, readContractor, { params: { contractorId: object.objectId } }))]
    if (object?.objectType === 'case') {
      const { id, reference, title } = await call(host, readCase, { params: { caseId: object.objectId } })
      return [{ id, objectType: 'case', name: `${reference} ${title}`, detail: text.case }]
    }
    const [contractors, { cases }] = await Promise.all([
      call(host, listContractors, { querystring: { q: words, limit: MOST } }),
      call(host, findPlaces, { querystring: { q: words } }),
    ])
    return [...contractors.items.map(ofContractor), ...cases.map(ofCase)]
  }

  function ofContractor({
    id,
    name,
    nip,
    city,
  }: Pick<ContractorRow, 'id' | 'name'> & Partial<ContractorRow>): HoldPlace {
    const detail = [text.contractor, nip && `NIP ${nip}`, city].filter(Boolean).join(' · ')
    return { id, objectType: 'contractor', name, detail }
  }

  function ofCase({ id, reference, title, contractorName, closedAt }: CaseFound): HoldPlace {
    const detail = [text.case, contractorName, closedAt && text.closed].filter(Boolean).join(' · ')
    return { id, objectType: 'case', name: `${reference} ${title}`, detail }
  }

  return (
    <SearchBox
      label={text.object}
      hint={text.objectHint}
      failure={failure}
      find={find}
      wordsOf={({ name, detail }) => [name, detail]}
      nothing={text.nothing}
      takesFocus={takesFocus}
      onPick={onPick}
    />
  )
}
