/** Leaves out elements that are not read, with all that is in them. */
import type { Attributes, Handlers } from './xml.js'

/** @param isUnread asked for each element that is not inside of another one that is left out */
export function withoutUnread(
  handlers: Handlers,
  isUnread: (name: string, attributes: Attributes) => boolean,
): Handlers {
  let depth = 0
  let unreadFrom = Number.POSITIVE_INFINITY
  return {
    start: (name, attributes) => {
      depth += 1
      if (depth > unreadFrom) return
      if (isUnread(name, attributes)) unreadFrom = depth
      else handlers.start(name, attributes)
    },
    text: (value) => {
      if (depth < unreadFrom) handlers.text?.(value)
    },
    end: (name) => {
      depth -= 1
      if (depth + 1 === unreadFrom) unreadFrom = Number.POSITIVE_INFINITY
      else if (depth < unreadFrom) handlers.end(name)
    },
  }
}
