import { Info, TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type NoticeProps = {
  /** `alert` is spoken at once; `calm` is only read. */
  look?: 'alert' | 'calm'
  heading?: string
  children: ComponentChildren
}

/** Says what happened, what was kept and what to do. */
export function Notice({ look = 'alert', heading, children }: NoticeProps) {
  return (
    <div class={look === 'alert' ? 'notice' : 'notice calm'} role={look === 'alert' ? 'alert' : 'note'}>
      <Icon shape={look === 'alert' ? TriangleAlert : Info} />
      <div>
        {heading && <strong>{heading}</strong>}
        <div>{children}</div>
      </div>
    </div>
  )
}
