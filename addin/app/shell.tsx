import { Menu } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { Account } from './account.tsx'
import { Navigation } from './navigation.tsx'
import { linkTo, type Page } from './page-link.ts'
import { SearchEverything } from './search-everything.tsx'
import type { Settings } from './settings.tsx'
import { useAppText } from './surroundings.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import type { Visit } from './visit.ts'
import './print.css'
import './shell.css'

interface ShellProps {
  page: Page
  visit: Visit
  settings: Settings
  onSignOut: () => void
  children: ComponentChildren
}

/** What stands around every page: the way to the others, search, and who one is. In a narrow window it opens on demand. */
export function Shell({ page, visit, settings, onSignOut, children }: ShellProps) {
  const text = useAppText()
  const menu = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLElement>(null)
  useKeptFocus()

  useEffect(() => {
    if (menu.current?.matches(':popover-open')) menu.current.hidePopover()
    // An administrator's menu is longer than many windows; where one is must not lie below its edge.
    menu.current?.querySelector('nav [aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
  }, [visit.key])

  function skipToContent() {
    const heading = content.current?.querySelector<HTMLElement>('h1')
    heading?.focus()
  }

  return (
    <div class="shell">
      <button type="button" class="button skip" onClick={skipToContent}>
        {text.skipToContent}
      </button>
      <header class="masthead">
        <div class="bar">
          <a class="brand" href={linkTo({ name: 'dashboard' })}>
            Lupa
          </a>
          <button type="button" class="button" popovertarget="menu">
            <Icon shape={Menu} />
            {text.navigation.menu}
          </button>
        </div>
        <div ref={menu} id="menu" class="side" popover="auto">
          <a class="brand" href={linkTo({ name: 'dashboard' })}>
            Lupa
          </a>
          <SearchEverything words={page.name === 'search' ? page.q : ''} />
          <Navigation current={page} />
          <Account settings={settings} onSignOut={onSignOut} />
        </div>
      </header>
      <main ref={content} class="content">
        {children}
      </main>
    </div>
  )
}
