/** What is drawn in a test speaks at once, in either language. */
import { adminTexts, appTexts } from '../../addin/text/app-texts.ts'
import { paneTexts } from '../../addin/text/pane-texts.ts'

for (const texts of [paneTexts, appTexts, adminTexts]) await Promise.all([texts.load('pl'), texts.load('en')])
