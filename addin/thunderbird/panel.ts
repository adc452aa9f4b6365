/** Runs in the document of every shown mail and draws the panel beside it. */
import { askShown, thunderbirdHost } from '../host/thunderbird.ts'
import { mountPane } from '../pane/mount-pane.tsx'
import { openDock } from './dock.ts'
import { readDockState, writeDockState } from './dock-state.ts'
import { rootElement } from './root-element.ts'
import { showSignInNotice } from './sign-in-notice.ts'
import { isSignedIn, onSignedInChange } from './signed-in.ts'
import { submitForms } from './submit-forms.ts'
import { keepTopLayer } from './top-layer.ts'

declare global {
  var lupaIsDrawn: boolean | undefined
}

async function draw(): Promise<void> {
  // From the first moment, for the mail can be clicked before the panel is there.
  const claim = keepTopLayer()
  // On its way while the document and what the user has set are waited for; a failure is met where it is used.
  let early: ReturnType<typeof askShown> | undefined = askShown({ first: true })
  early.catch(() => undefined)
  const [state, signedIn] = await Promise.all([readDockState(), isSignedIn(), rootElement()])
  const content = (root: ShadowRoot) => {
    submitForms(root)
    if (!current) return showSignInNotice(root)
    const host = thunderbirdHost(early && { early })
    // What was asked for at the beginning is old when the panel is drawn anew.
    early = undefined
    return mountPane(root, host)
  }
  let current = signedIn

  const dock = openDock(state, { content, onState: writeDockState, claim })
  onSignedInChange(now => {
    current = now
    dock.refill()
  })
}

// The script may arrive twice: registered, and injected into a mail that was open already.
if (!globalThis.lupaIsDrawn) {
  globalThis.lupaIsDrawn = true
  void draw()
}
