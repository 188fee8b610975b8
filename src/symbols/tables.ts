/** What is known beforehand of symbols: the codes of bodies, kinds of document and series of resolutions. */
import bodies from '../reference/bodies.json' with { type: 'json' }
import cover from '../reference/cover.json' with { type: 'json' }

export const bodyList = bodies.bodies
export const types = cover.types
export const series = cover.series
export const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
