/** What is a hostile file? Bytes that try to harm their reader, and what must become of them. */

/** `read`: the text is read all the same; otherwise the code of the error. */
type Outcome = 'read' | (string & {})

export type Hostile = {
  name: string
  bytes: () => Buffer
  /** Where more than one is right, the first is what happens today. */
  expected: Outcome[]
  /** Too large for each run of the tests. */
  large?: true
}
