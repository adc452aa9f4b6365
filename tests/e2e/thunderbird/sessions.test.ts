import { afterAll, beforeAll, describe } from 'vitest'
import { tidyAfterFailure } from './after-failure.ts'
import { queueMails, queueStories } from './queue-stories.ts'
import { polish, seeToSignedIn } from './sign-in.ts'
import { signInWindowMails, signInWindowStories } from './sign-in-window-stories.ts'
import { startWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ name: 'sessions', mails: [...signInWindowMails, ...queueMails] })
}, 180_000)

afterAll(() => world?.stop(), 60_000)

tidyAfterFailure(() => world)

describe('signed in by a window', () => signInWindowStories(() => world))

describe('without the server, and started again', () => {
  beforeAll(() => seeToSignedIn(world, polish))

  queueStories(() => world)
})
