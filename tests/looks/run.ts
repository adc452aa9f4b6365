import { lookAtPages } from './pages.ts'
import { lookAtPanes } from './panes.ts'

/** `npm run looks`: every state of the pane; `npm run looks -- pages [NAME...]`: every page of the application. Both in `build/looks`. */
const [what, ...wanted] = process.argv.slice(2)
if (what === 'pages') await lookAtPages(wanted)
else await lookAtPanes()
