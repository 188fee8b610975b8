/** At how many dots for an inch, of 72 points, is a page read? On larger letters the engine reads Arabic worse, and four times slower. */
export const DOTS = 150
