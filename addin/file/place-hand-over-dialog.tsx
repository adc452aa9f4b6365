import type { ComponentProps } from 'preact'
import { FormDialog } from '../app/form-dialog.tsx'
import { HandOverForm } from './hand-over-form.tsx'

/** Gives a file or case to somebody else, over its page. */
export function PlaceHandOverDialog(props: Omit<ComponentProps<typeof HandOverForm>, 'Frame'>) {
  return <HandOverForm Frame={FormDialog} {...props} />
}
