import type { TrustSettings } from './trust/judge-trust.ts'

/** The company's settings of filing, as they stand in `company_setting`; a key that is missing is not set. */
export interface FilingSettings {
  /** The authserv-ids of our mail border. */
  'filing-borders'?: unknown
  /** Exchange Online is our border, so its compauth counts. */
  'filing-tenant'?: unknown
  /** The score from 0 to 1 from which mere likelihood files. */
  'filing-threshold'?: unknown
  /** Mail services open to everyone, beside those that are known anyway. */
  'filing-free-mail'?: unknown
}

/** Whose verdict about senders counts. What is not written as it should be trusts nobody. */
export function trustSettings(settings: FilingSettings): TrustSettings {
  const borders = settings['filing-borders']
  return {
    borders: Array.isArray(borders) ? borders.filter(border => typeof border === 'string' && border !== '') : [],
    isTenant: settings['filing-tenant'] === true,
  }
}

/** From which score on likelihood files, or null when it only suggests. */
export function thresholdOf({ 'filing-threshold': threshold }: FilingSettings): number | null {
  return typeof threshold === 'number' && threshold > 0 ? threshold : null
}

/** Domains that stand for no company by the administrators' word. */
export function freeMailOf({ 'filing-free-mail': domains }: FilingSettings): string[] {
  return Array.isArray(domains) ? domains.filter(domain => typeof domain === 'string') : []
}
