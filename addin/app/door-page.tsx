import type { ComponentChildren } from 'preact'
import { PageHeading } from './page-heading.tsx'
import { type Settings, SettingsFields } from './settings.tsx'
import './door-page.css'

interface DoorPageProps {
  title: string
  lead: string
  settings: Settings
  children: ComponentChildren
}

/** A page before the door: one form in the middle, the switches of language and look under it. */
export function DoorPage({ title, lead, settings, children }: DoorPageProps) {
  return (
    <main class="door">
      <div class="card">
        <p class="brand">Lupa</p>
        <PageHeading title={title} />
        {lead && <p class="faint">{lead}</p>}
        {children}
      </div>
      <SettingsFields settings={settings} />
    </main>
  )
}
