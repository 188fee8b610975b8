/** Are symbols and addresses that were printed from their last part turned back, and no others? */
import { expect, test } from 'vitest'
import { withTurnedBack } from '../../../src/extract/pdf/turned.js'

test.each([
  ['FC/2016/COM-EX/OIC', 'OIC/EX-COM/2016/FC'],
  ['FINAL/RES/POL/44/2017-CFM/OIC', 'OIC/CFM-44/2017/POL/RES/FINAL'],
  ['377/RES/A(V)', 'A/RES/377(V)'],
  ['10/19-ES/RES/A', 'A/RES/ES-10/19'],
  ['76/254/RES/A', 'A/RES/76/254'],
  ['2015/107/S', 'S/2015/107'],
  ['org.oci-oic@cabinet', 'cabinet@oic-oci.org'],
  ['org.oci-oic.www', 'www.oic-oci.org'],
])('%s stands for %s', (printed, typed) => {
  expect(withTurnedBack(`\u0631\u0642\u0645 ${printed}\u061B`)).toBe(`\u0631\u0642\u0645 ${typed}\u061B`)
  expect(withTurnedBack(typed)).toBe(typed)
})

test.each([
  'UN/OIC',
  'A/RES/76/254',
  'OIC/CFM-44/2017',
  '22/12/2016',
  'IS/2015/OIC-A',
  'http://www.oic-oci.org',
])('%s stays as it is', (text) => {
  expect(withTurnedBack(text)).toBe(text)
})
