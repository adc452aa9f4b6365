import type { AccountAsked, WaysIn } from './mail-host.ts'
import { OfficeFailure, settled } from './office-call.ts'

/** The page that Outlook shows in a window of its own. */
const SIGN_IN_PAGE = '/outlook-sign-in.html'

/** Shares of the screen, in per cent; the form needs about as much. */
const WINDOW = { width: 30, height: 70 }

interface Outlook {
  page: Window
  ui: { displayDialogAsync?: OfficeDialogs }
  /** Whether Outlook can show its own account to what runs inside it. */
  showsAccount: boolean
}

/** The ways into Lupa that Outlook offers beside the password; each may be missing. */
export function openWaysIn({ page, ui, showsAccount }: Outlook): WaysIn {
  const { displayDialogAsync } = ui
  return {
    ...(showsAccount && {
      async account(asked: AccountAsked, how: { mayAsk: boolean }) {
        const { askAccount } = await import('./nested-account.ts')
        return askAccount(page, asked, how)
      },
    }),
    ...(displayDialogAsync && {
      window: (challenge: string) =>
        codeFrom(displayDialogAsync, `${page.location.origin}${SIGN_IN_PAGE}#/${challenge}`, page.location.origin),
    }),
  }
}

/** Opens the window and waits for its word, or for its end. */
async function codeFrom(open: OfficeDialogs, address: string, origin: string): Promise<string> {
  // Outlook would ask whether the window may open, in a form of its own over the pane; the reader has just said so.
  const dialog = await settled<OfficeDialog>(done => open(address, { ...WINDOW, promptBeforeOpen: false }, done))
  return new Promise((resolve, reject) => {
    dialog.addEventHandler('dialogMessageReceived', told => {
      if (told.origin !== undefined && told.origin !== origin) return
      close(dialog)
      resolve(told.message ?? '')
    })
    dialog.addEventHandler('dialogEventReceived', ({ error = 0 }) => reject(new OfficeFailure(error, 'closed')))
  })
}

/** Some Outlooks fail to close a window that is closed already. */
function close(dialog: OfficeDialog) {
  try {
    dialog.close()
  } catch {
    // Then it stays open and says itself that it may be closed.
  }
}
