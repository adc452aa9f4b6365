import { useEffect, useState } from 'preact/hooks'
import { applyTheme, type Preferences, readPreferences, writePreferences } from './preferences.ts'

/** What the reader chose on this device, and how to choose otherwise. */
export function usePreferences(): [Preferences, (change: Preferences) => void] {
  const [preferences, setPreferences] = useState(readPreferences)

  useEffect(() => applyTheme(preferences.theme ?? 'system', document.documentElement), [preferences.theme])

  function choose(change: Preferences) {
    setPreferences(before => {
      const chosen = { ...before, ...change }
      writePreferences(chosen)
      return chosen
    })
  }

  return [preferences, choose]
}
