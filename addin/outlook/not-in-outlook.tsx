import { Mail } from 'lucide'
import { en } from '../text/en.ts'
import { languageOf } from '../text/language.ts'
import { pl } from '../text/pl.ts'
import { Icon } from '../ui/icon.tsx'

/** What is seen when the pane's address is opened in a browser: there is no mail beside it. */
export function NotInOutlook() {
  const text = (languageOf(navigator.language) === 'pl' ? pl : en).outlook
  return (
    <div class="lupa pane">
      <div class="part">
        <div class="blank">
          <Icon shape={Mail} />
          <h2>{text.notThere}</h2>
          <p class="faint">{text.notThereHint}</p>
          <a href="/">{text.application}</a>
        </div>
      </div>
    </div>
  )
}
