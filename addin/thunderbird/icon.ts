const SVG = 'http://www.w3.org/2000/svg'

const paths = {
  lupa: ['M6.75 2a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 0 1 0-9.5z', 'm10.25 10.25 4 4'],
  collapse: ['m4 3.5 4.5 4.5L4 12.5', 'm8.5 3.5L13 8l-4.5 4.5'],
  expand: ['M12 3.5 7.5 8l4.5 4.5', 'M7.5 3.5 3 8l4.5 4.5'],
} as const

/** Draws one of the frame's icons; it says nothing to a screen reader. */
export function drawIcon(name: keyof typeof paths): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.setAttribute('class', `icon ${name}`)
  icon.setAttribute('aria-hidden', 'true')
  for (const shape of paths[name]) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', shape)
    icon.append(path)
  }
  return icon
}
