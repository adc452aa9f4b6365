import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useChoices } from '../app/use-choices.ts'
import { PlaceViewersForm, type PlaceViewersFormProps } from './place-viewers-form.tsx'

/** Changes who may see a contractor's file or a case, over its page. */
export function PlaceViewersDialog(props: Omit<PlaceViewersFormProps, 'choices' | 'trouble' | 'Frame'>) {
  const { value, failure, ask } = useChoices()
  const trouble = failure && <FailureNotice failure={failure} onRetry={ask} />
  return <PlaceViewersForm {...props} Frame={FormDialog} choices={value} trouble={trouble} />
}
