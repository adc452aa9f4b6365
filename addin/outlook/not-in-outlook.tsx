import { Mail } from 'lucide'
import { languageOf } from '../text/language.ts'
import { paneTexts } from '../text/pane-texts.ts'
import { Icon } from '../ui/icon.tsx'

/** What is seen when the pane's address is opened in a browser, once its language is loaded: there is no mail beside it. */
export function NotInOutlook() {
  const text = paneTexts.in(languageOf(navigator.language)).outlook
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
