import type { ComponentChildren } from 'preact'
import type { ContractorRow } from '../../shared/contractor.ts'
import { showNip } from '../../shared/tax-id.ts'
import { Button } from '../ui/button.tsx'
import { useHoldersText } from '../ui/holders-text.ts'
import { Notice } from '../ui/notice.tsx'
import { contractorsOf, type Holders } from './holders.ts'

interface HoldersNoticeProps {
  holders: Holders
  isBusy: boolean
  /** Where the file of a holder is, in pages that have such a place. */
  linkOf?: (contractorId: string) => string
  /** Missing where there is nothing to add. */
  onAdd?: ((contractor: ContractorRow) => void) | undefined
  children?: ComponentChildren
}

/** Says who has the NIP and the addresses already, so that nobody opens a second file by mistake. */
export function HoldersNotice({ holders, isBusy, linkOf, onAdd, children }: HoldersNoticeProps) {
  const text = useHoldersText()
  const nip = holders.ofTaxId[0]?.nip
  return (
    <Notice>
      {nip && <Line words={text.taxId(showNip(nip))} contractors={holders.ofTaxId} linkOf={linkOf} />}
      {holders.items.map(({ address, contractors }) => (
        <Line key={address} words={text.address(address)} contractors={contractors} linkOf={linkOf} />
      ))}
      {children}
      {onAdd && (
        <div class="actions buttons">
          {contractorsOf(holders).map(one => (
            <Button key={one.id} busy={isBusy} onClick={() => onAdd(one)}>
              {text.addTo(one.name)}
            </Button>
          ))}
        </div>
      )}
    </Notice>
  )
}

type LineProps = { words: string; contractors: ContractorRow[]; linkOf: HoldersNoticeProps['linkOf'] }

function Line({ words, contractors, linkOf }: LineProps) {
  return (
    <p>
      {words}{' '}
      {contractors.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          {linkOf ? <a href={linkOf(id)}>{name}</a> : <strong>{name}</strong>}
        </span>
      ))}
    </p>
  )
}
