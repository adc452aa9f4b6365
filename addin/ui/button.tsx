import type { IconNode } from 'lucide'
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon'> & {
  /** `primary` once a view; `quiet` beside text; `bare` for an icon alone, which then needs `aria-label`. */
  look?: 'plain' | 'primary' | 'quiet' | 'bare'
  wide?: boolean
  icon?: IconNode
  /** While true the button stays in the tab order, says it is busy and does nothing. */
  busy?: boolean
  children?: ComponentChildren
}

/** A button. Inside a form it does not submit unless `type="submit"`. */
export function Button({ look = 'plain', wide, icon, busy, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={['button', look, wide && 'wide', rest.class].filter(Boolean).join(' ')}
      aria-disabled={busy ? true : undefined}
      onClick={event => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon && <Icon shape={icon} />}
      {children}
    </button>
  )
}
