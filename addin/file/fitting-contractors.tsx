import { listContractors } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { ContractorRows } from './contractor-rows.tsx'

const SHOWN = 5

interface FittingContractorsProps {
  q: string
}

/** Who is looking for a company rarely wants its mails first. */
export function FittingContractors({ q }: FittingContractorsProps) {
  const text = useAppText().search
  const { host } = useSurroundings()
  const fitting = useAnswer(`fitting contractors ${q}`, () =>
    call(host, listContractors, { querystring: { q, limit: SHOWN } }),
  )
  if (!fitting.value || fitting.value.items.length === 0) return null
  return (
    <section class="section" aria-labelledby="fitting-contractors">
      <h2 id="fitting-contractors">{text.contractors}</h2>
      <ContractorRows label={text.contractors} rows={fitting.value.items} />
    </section>
  )
}
