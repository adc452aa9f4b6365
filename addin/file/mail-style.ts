/** What a mail may say about its looks: nothing that loads, moves out of its frame, or lies over something else. */
const properties = new Set(
  `color background-color font-family font-size font-style font-weight font-variant line-height letter-spacing word-spacing
   text-align text-decoration text-decoration-line text-indent text-transform vertical-align white-space direction
   width max-width min-width margin margin-top margin-right margin-bottom margin-left
   padding padding-top padding-right padding-bottom padding-left
   border border-top border-right border-bottom border-left border-color border-style border-width border-radius
   border-collapse border-spacing list-style-type table-layout float clear`.split(/\s+/),
)

/** A value is words, numbers and colours. Brackets come only with colours; a backslash or a comment would hide what stands there. */
const value = /^[\w\s.,#%'"+-]*(?:(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]+\)[\w\s.,#%'"+-]*)*$/i

/** The part of a `style` attribute that only changes looks; empty when nothing of it is left. */
export function cleanStyle(style: string): string {
  return style
    .split(';')
    .map(declaration => declaration.split(':', 2).map(part => part.trim()))
    .filter(([name = '', said = '']) => properties.has(name.toLowerCase()) && said !== '' && value.test(said))
    .map(([name, said]) => `${name}: ${said}`)
    .join('; ')
}
