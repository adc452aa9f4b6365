import { useWords } from '../app/surroundings.ts'
import { setUpAddressText } from '../text/set-up-address.ts'
import { Notice } from '../ui/notice.tsx'
import { isThisMachine } from './this-machine.ts'

interface AddressWarningProps {
  publicUrl: string | null
  /** Where this page is open, which links handed over begin with. */
  origin?: string
}

/** Warns that links handed to colleagues lead nowhere, or in the open, while the server was not told its address. */
export function AddressWarning({ publicUrl, origin = location.origin }: AddressWarningProps) {
  const text = useWords(setUpAddressText).address
  if (publicUrl) return null
  const { hostname, protocol } = new URL(origin)
  const trouble = isThisMachine(hostname) ? 'this-machine' : protocol === 'http:' ? 'plain' : 'unknown'
  return (
    <Notice heading={text.heading}>
      <p>{text.troubles[trouble](origin)}</p>
      <p>{text.remedy}</p>
    </Notice>
  )
}
