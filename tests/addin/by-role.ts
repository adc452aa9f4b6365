const implicit: Record<string, string> = {
  button: 'button',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  combobox: 'select',
  textbox:
    'input:not([type]), input[type=text], input[type=email], input[type=password], input[type=tel], input[type=date], input[type=datetime-local], textarea',
  searchbox: 'input[type=search]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  spinbutton: 'input[type=number]',
  listitem: 'li',
  alert: 'never',
  status: 'never',
  tab: 'never',
  option: 'option',
  form: 'form[aria-label], form[aria-labelledby]',
  region: 'section[aria-label], section[aria-labelledby]',
  article: 'article',
  dialog: 'dialog',
  group: 'details',
}

/** The elements of a role, as a screen reader lists them, whose name contains `name` (or is it, with `exact`). */
export function allByRole(root: ParentNode, role: string, name?: string, how?: 'exact'): HTMLElement[] {
  const native = implicit[role]
  const selector = native === 'never' || !native ? `[role=${role}]` : `${native}, [role=${role}]`
  return [...root.querySelectorAll<HTMLElement>(selector)]
    .filter(element => !element.hasAttribute('role') || element.getAttribute('role') === role)
    .filter(element => !element.closest('[hidden], [inert], details:not([open]) > :not(summary)'))
    .filter(element => name === undefined || fits(nameOf(element), name, how))
}

/** The one element of a role and name; throws what there is instead. */
export function byRole(root: ParentNode, role: string, name?: string, how?: 'exact'): HTMLElement {
  const [first, ...others] = allByRole(root, role, name, how)
  if (first && others.length === 0) return first
  const there = allByRole(root, role).map(nameOf)
  throw new Error(`${first ? 'several' : 'no'} ${role} „${name ?? ''}”; there are: ${there.join(' | ')}`)
}

function fits(found: string, name: string, how?: 'exact'): boolean {
  return how === 'exact' ? found === name : found.includes(name)
}

/** The accessible name, as far as our components make one. */
function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label) return label
  const root = element.getRootNode() as ParentNode
  const labelledBy = element.getAttribute('aria-labelledby')
  if (labelledBy) return textOf(root.querySelector(`[id="${labelledBy}"]`))
  const own = element.id ? root.querySelector(`label[for="${element.id}"]`) : null
  return textOf(own ?? element.closest('label') ?? element)
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
