import type { TextState } from '../../shared/document.ts'
import { useAppText } from '../app/surroundings.ts'
import { Notice } from '../ui/notice.tsx'

interface DocumentTextNoticeProps {
  state: TextState
}

/** Says why search does not find what stands in a document; nothing where it does. */
export function DocumentTextNotice({ state }: DocumentTextNoticeProps) {
  const text = useAppText().documentText
  return state === 'read' ? null : <Notice look="calm">{text[state]}</Notice>
}
