/** The rules that keep a strip of this width free at the right of the mail; meant for the screen, not for paper. */
export function roomStyle(width: number): string {
  // Thunderbird's dark reader stumbles over every rule that is not a plain one, so there is no @media here.
  // Newsletters like to set these on the root themselves; the repeated :root outweighs them.
  return `
    html:root:root:root:root {
      margin-right: min(${width}px, 60vw) !important;
      width: auto !important;
      min-width: 0 !important;
      max-width: none !important;
    }
    lupa-end { position: absolute !important; top: 0 !important; width: 1px !important; height: 1px !important; }`
}
