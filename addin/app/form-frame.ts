import type { ComponentChildren, ComponentType } from 'preact'
import type { Deed } from './use-deed.ts'

/** What stands around the fields of a form. */
export interface FormFrameProps {
  title: string
  /** What the button says that does it. */
  button: string
  deed: Deed
  /** Marks what is wrong, and answers whether all is well. */
  check?: () => boolean
  onClose: () => void
  children: ComponentChildren
}

/** Where a form stands: in a dialog over a page, or in its place in the pane. */
export type FormFrame = ComponentType<FormFrameProps>
