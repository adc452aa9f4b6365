import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'

interface CaseSearchFieldProps {
  value: string
  onValue: (value: string) => void
}

/** Where a case is looked for among more than anybody reads through, by reference or title. */
export function CaseSearchField(props: CaseSearchFieldProps) {
  const text = useCaseText().caseChoice
  return <TextField type="search" label={text.search} placeholder={text.hint} {...props} />
}
