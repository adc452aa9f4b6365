import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** Everything of ours that stays in a browser or mail program, by the file that puts it there; whatever is new is to be thought about. */
const kept: Record<string, string> = {
  'addin/app/preferences.ts': 'language, look and density of the pages',
  'addin/app/provider-visit.ts': 'a sign-in under way: its verifier and where it began, until the tab closes',
  'addin/host/browser.ts': 'the refresh token, the account’s address, and what the pane remembers',
  'addin/host/left-requests.ts': 'what is to be asked of the server once a page is gone, for whom, until it was asked',
  'addin/host/outlook-storage.ts': 'the same in Outlook; where it may not, in memory only',
  'addin/host/thunderbird.ts': 'what the pane remembers',
  'addin/host/thunderbird-account.ts': 'reads the account’s address',
  'addin/thunderbird/begun.ts':
    'what was begun beside mails and not saved, in memory, until its author signs out or Thunderbird is closed',
  'addin/thunderbird/dock-state.ts': 'width and place of the panel',
  'addin/thunderbird/draft.ts': 'what was chosen for a draft, until Thunderbird is closed',
  'addin/outlook/pane-session.ts':
    'a token of ten minutes for the guard of the next mails of that window, so that not each of them trades the refresh token',
  'addin/queue/filing-store.ts':
    'filings that wait for the server, with their mails, until they are sent or given up, which signing out asks for',
  'addin/thunderbird/forget-user.ts':
    'nothing: it lets go, when somebody signs out, of what is his and no filing that waits',
  'addin/thunderbird/guard.ts': 'the warning that is on screen, until it is answered',
  'addin/thunderbird/guard-window.ts': 'reads it, and takes it away',
  'addin/thunderbird/later-mail.ts': 'which mails are still to be handed in, where to and for whom, until they are',
  'addin/thunderbird/mark-arrived.ts': 'numbers of the mails that may be filed soon, until Thunderbird is closed',
  'addin/thunderbird/mark-filed.ts': 'which mails were tagged, as ids',
  'addin/thunderbird/new-mail.ts': 'since when new mail is filed, and for whom, until he signs out',
  'addin/thunderbird/open-pop-out.ts': 'the number of the window that is open',
  'addin/thunderbird/options.ts': 'reads the account’s address',
  'addin/thunderbird/selection.ts': 'numbers of the mails that were selected, until Thunderbird is closed',
  'addin/thunderbird/saved-draft.ts':
    'the case that a saved draft is meant for, and by whom, until it is sent or 90 days old, or its author signs out',
  'addin/thunderbird/server-address.ts': 'the address of the server',
  'addin/thunderbird/shared-folder.ts': 'whether mails in folders of others are marked too',
  'addin/thunderbird/session.ts': 'the refresh token and the account’s address, until it signs out',
  'addin/thunderbird/signed-in.ts': 'reads the account’s address',
}
/** What the pane remembers through its mail program, by the file that writes it: under which key, and until when. */
const remembered: Record<string, string> = {
  'addin/api/session.ts': 'refresh, account: until the session ends; left: that somebody signed out, and no more',
  'addin/outlook/pane-session.ts': 'refresh: the same',
  'addin/pane/kept-files.ts': 'seen-files: names of the files at hand, until the session ends',
  'addin/pane/kept-run.ts':
    'left-runs: ids and subjects of mails whose filing was left, until it is done or its author signs out',
  'addin/pane/use-ignored.ts': 'ignored: addresses that the user is not to be asked about, until he signs out',
}
const stores =
  /\b(?:localStorage|sessionStorage|indexedDB|storage\.(?:local|sync|session|managed)|document\.cookie|caches\.)/

const root = path.join(import.meta.dirname, '../..')

/** The files of ours in whose text there is such a thing. */
function filesWith(thing: RegExp): string[] {
  return readdirSync(path.join(root, 'addin'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => path.posix.join('addin', name.split(path.sep).join('/')))
    .filter(name => thing.test(readFileSync(path.join(root, name), 'utf8')))
    .toSorted()
}

it('keeps nothing in a browser but what is written down here', () => {
  expect(filesWith(stores)).toEqual(Object.keys(kept).toSorted())
})

it('has the pane remember nothing but what is written down here', () => {
  expect(filesWith(/(?<!messenger\.)\bstorage\.write\(/)).toEqual(Object.keys(remembered).toSorted())
})
