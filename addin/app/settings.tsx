import type { Language } from '../text/language.ts'
import { Field } from '../ui/field.tsx'
import { type Preferences, type Theme, themes } from './preferences.ts'
import { useAppText } from './surroundings.ts'

/** What is set now, and how to set it otherwise. */
export interface Settings {
  language: Language
  theme: Theme
  choose: (change: Preferences) => void
}

// Each language is named in itself, so that who lost his way finds back.
const languages: Record<Language, string> = { pl: 'Polski', en: 'English' }

interface SettingsFieldsProps {
  settings: Settings
}

/** The switches of language and look; a choice works at once and is remembered on this device. */
export function SettingsFields({ settings }: SettingsFieldsProps) {
  const text = useAppText().settings
  return (
    <div class="settings">
      <Field label={text.language}>
        {names => (
          <select
            {...names}
            class="input"
            value={settings.language}
            onChange={event => settings.choose({ language: event.currentTarget.value as Language })}
          >
            {Object.entries(languages).map(([value, word]) => (
              <option key={value} value={value} lang={value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text.theme}>
        {names => (
          <select
            {...names}
            class="input"
            value={settings.theme}
            onChange={event => settings.choose({ theme: event.currentTarget.value as Theme })}
          >
            {themes.map(theme => (
              <option key={theme} value={theme}>
                {text.themes[theme]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
