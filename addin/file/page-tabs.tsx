import type { ComponentChildren } from 'preact'
import { useAppText } from '../app/surroundings.ts'
import type { AppText } from '../text/app-pl.ts'
import { Tabs } from '../ui/tabs.tsx'
import './lists.css'

type TabName = Exclude<keyof AppText['tabs'], 'label'>

interface PageTabsProps<Tab extends TabName> {
  tabs: readonly Tab[]
  tab: Tab
  onTab: (tab: Tab) => void
  children: ComponentChildren
}

const PANEL = 'tab-panel'

/** The parts of a file or case, of which one is shown. */
export function PageTabs<Tab extends TabName>({ tabs, tab, onTab, children }: PageTabsProps<Tab>) {
  const text = useAppText().tabs
  return (
    <>
      <div class="page-tabs">
        <Tabs
          label={text.label}
          options={tabs.map(value => ({ value, label: text[value] }))}
          value={tab}
          onValue={onTab}
          panelId={PANEL}
        />
      </div>
      <div id={PANEL} role="tabpanel" aria-label={text[tab]} class="column">
        {children}
      </div>
    </>
  )
}
