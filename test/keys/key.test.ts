import { describe, expect, test } from 'vitest'
import { fits, makeKey, readKey, readSession, toSession } from '../../src/keys/key.js'

describe('a key', () => {
  const { id, key, digest } = makeKey()
  const credential = readKey(key)

  test('is recognised, and no other one is', () => {
    expect(credential?.id).toBe(id)
    expect(credential && fits(credential, digest)).toBe(true)
    expect(credential && fits(credential, makeKey().digest)).toBe(false)
    expect(credential && fits(credential, '')).toBe(false)
  })

  test('has 256 bits that are nowhere in what is stored', () => {
    const secret = key.split('_').slice(2).join('_')
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(Array.from({ length: 100 }, () => makeKey().key)).size).toBe(100)
  })

  test('gives a session that opens as well, without giving the key away', () => {
    const session = credential ? toSession(credential) : ''
    const shown = readSession(session)
    expect(shown && fits(shown, digest)).toBe(true)
    expect(session).not.toContain(key.slice(-20))
    expect(readKey(session)).toBeUndefined()
  })

  test('what is stored opens nothing', () => {
    for (const read of [readKey, readSession]) expect(read(digest)).toBeUndefined()
    expect(fits({ id, proof: digest }, digest)).toBe(false)
  })

  test.each(['', 'bayan_', `${key}x`, key.toUpperCase(), key.replace('bayan', 'other'), '\u0000'])(
    'is not %j',
    (text) => {
      expect(readKey(text)).toBeUndefined()
    },
  )
})
