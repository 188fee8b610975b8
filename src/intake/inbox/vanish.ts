/**
 * When is a file that is not met any more gone for good? After a short while, so that what is being moved or
 * saved anew is not taken out in between; much later where it looks as if a disk were away.
 */
import { type Place, placeId } from '../../index/access.js'
import { looksAway } from '../guard.js'

/** Milliseconds: before a file is withdrawn, and while other files are being written, which may be its new place. */
const GRACE = 3_000
const GRACE_WHILE_WRITING = 60_000
/** Milliseconds after which even an emptied folder is believed. */
export const BELIEVED_AFTER = 60 * 60 * 1000

export type Vanishing = {
  /** @param known how many places were known @param writing whether files are not complete yet @returns those to withdraw */
  judge(gone: Place[], known: number, writing: boolean): Place[]
  /** Places that are missing and not withdrawn yet, and whether they are kept because a disk may be away. */
  state(): { missing: number; held: boolean; known: number }
}

/** @param now milliseconds */
export function createVanishing(now: () => number = Date.now): Vanishing {
  let missing = new Map<string, number>()
  let held = false
  let total = 0
  return {
    judge: (gone, known, writing) => {
      missing = new Map(gone.map((place) => [placeId(place), missing.get(placeId(place)) ?? now()]))
      held = looksAway(gone.length, known)
      total = known
      const grace = held ? BELIEVED_AFTER : writing ? GRACE_WHILE_WRITING : GRACE
      const sure = gone.filter((place) => now() - (missing.get(placeId(place)) ?? now()) >= grace)
      for (const place of sure) missing.delete(placeId(place))
      if (missing.size === 0) held = false
      return sure
    },
    state: () => ({ missing: missing.size, held, known: total }),
  }
}
