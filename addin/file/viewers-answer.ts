import type { readItemViewers } from '../../shared/item.ts'
import type { Output } from '../../shared/route.ts'
import type { Answer } from '../app/use-answer.ts'

/** Who may see an item, as its page asks for it. */
export type ViewersAnswer = Answer<Output<typeof readItemViewers>>
