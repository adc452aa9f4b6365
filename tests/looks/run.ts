import { lookAtPages } from './pages.ts'
import { lookAtPanes } from './panes.ts'
import { lookAtStyleguide } from './styleguide-pictures.ts'
import { lookAtThunderbird } from './thunderbird/look.ts'

/**
 * `npm run looks [-- panes NAME...]`: every state of the pane, or some. `npm run looks -- pages [NAME...]`: every page of
 * the application. `npm run looks -- styleguide [stay]`: every component, on a page that stays open when told so. `npm run
 * looks -- thunderbird [NAME...]`: every state of a real Thunderbird with Lupa in it. All in `build/looks`.
 */
const [what, ...wanted] = process.argv.slice(2)
if (what === 'pages') await lookAtPages(wanted)
else if (what === 'styleguide') await lookAtStyleguide({ stays: wanted.includes('stay') })
else if (what === 'thunderbird') await lookAtThunderbird(wanted)
else await lookAtPanes(wanted)
