/** One thing that was looked at: how it is, and what to do when it is not as it should be. */
export interface Finding {
  about: string
  state: 'ok' | 'warning' | 'fault'
  says: string
  /** What to do; for warnings and faults. */
  remedy?: string
}

export const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says })

export const warning = (about: string, says: string, remedy: string): Finding => ({
  about,
  state: 'warning',
  says,
  remedy,
})

export const fault = (about: string, says: string, remedy: string): Finding => ({ about, state: 'fault', says, remedy })
