import { afterAll, beforeAll, describe } from 'vitest'
import { tidyAfterFailure } from './after-failure.ts'
import { arrivalMails, arrivalStories } from './arrival-stories.ts'
import { barrierMails, barrierStories, doorBarrierStories } from './barrier-stories.ts'
import { composeStories } from './compose-stories.ts'
import { dropMails, dropStories } from './drop-stories.ts'
import { filingMails, filingStories } from './filing-stories.ts'
import { mailboxMails, mailboxStories } from './mailbox-stories.ts'
import { paneMails, paneStories } from './pane-stories.ts'
import { sharedMails, sharedStories } from './shared-stories.ts'
import { polish, seeToSignedIn } from './sign-in.ts'
import { speedMails, speedStories } from './speed-stories.ts'
import { templateStories } from './template-stories.ts'
import { startWorld, type World } from './world.ts'

const dress = { language: 'pl', look: 'light' } as const

/** Until somebody signs in. */
const firstStories: typeof stories = [
  ['at the door', open => doorBarrierStories(open, dress)],
  ['beside a mail', paneStories],
]

/** One day of work in one Polish Thunderbird: to start one takes longer than most stories. Each has a contractor of its own. */
const stories: [string, (open: () => World) => void][] = [
  ['gone through quickly', speedStories],
  ['files dropped', dropStories],
  ['mails filed', filingStories],
  ['templates', templateStories],
  ['mails written', composeStories],
  ['mails arriving', arrivalStories],
  ['mails in folders of others', sharedStories],
  ['judged by axe', open => barrierStories(open, dress)],
  ['a mailbox that the server reads', mailboxStories],
]
let world: World

beforeAll(async () => {
  const mails = [
    paneMails,
    speedMails,
    dropMails,
    filingMails,
    arrivalMails,
    sharedMails,
    barrierMails,
    mailboxMails,
  ].flat()
  world = await startWorld({ name: 'day', mails, backgroundIdleMs: 2_000 })
}, 180_000)

afterAll(() => world?.stop(), 60_000)

tidyAfterFailure(() => world)

describe.each(firstStories)('%s', (_name, tell) => {
  tell(() => world)

  afterAll(() => world?.tidy())
})

describe.each(stories)('%s', (_name, tell) => {
  beforeAll(() => seeToSignedIn(world, polish))

  tell(() => world)

  afterAll(() => world?.tidy())
})
