import { ChevronsUpDown, CircleUserRound, LogOut } from 'lucide'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { linkTo } from './page-link.ts'
import { type Settings, SettingsFields } from './settings.tsx'
import { useAppText, useSurroundings } from './surroundings.ts'

interface AccountProps {
  settings: Settings
  onSignOut: () => void
}

/** Who one is, with the switches of language and look, and the way out. */
export function Account({ settings, onSignOut }: AccountProps) {
  const text = useAppText().navigation
  const { me } = useSurroundings()
  return (
    <details class="account">
      <summary title={text.account}>
        <span class="who">
          <strong class="cut">{me.name}</strong>
          <span class="small faint cut">{me.email}</span>
        </span>
        <Icon shape={ChevronsUpDown} />
      </summary>
      <SettingsFields settings={settings} />
      <a class="button wide" href={linkTo({ name: 'account' })}>
        <Icon shape={CircleUserRound} />
        {text.yourAccount}
      </a>
      <Button icon={LogOut} wide onClick={onSignOut}>
        {text.signOut}
      </Button>
    </details>
  )
}
