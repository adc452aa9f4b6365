/** Polish or English, whichever an `Accept-Language` (RFC 9110, 12.5.4) would rather have; English when it names neither. */
export function languageOf(accepted: string | undefined): 'pl' | 'en' {
  const wish = (accepted ?? '')
    .split(',')
    .map(range => {
      const [tag = '', ...rest] = range.trim().toLowerCase().split(';')
      const weight = rest.map(word => /^\s*q=([\d.]+)\s*$/.exec(word)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: Number(weight ?? 1) }
    })
    .filter(({ language, weight }) => weight > 0 && (language === 'pl' || language === 'en'))
    .toSorted((one, other) => other.weight - one.weight)[0]
  return wish?.language === 'pl' ? 'pl' : 'en'
}
