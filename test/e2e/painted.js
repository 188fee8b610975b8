/**
 * Run in a page: each text that is seen, and each hint in an empty field, with its colour and the one behind it as they are
 * painted, red, green and blue from 0 to 255.
 */
;(() => {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const hasText = ({ childNodes }) =>
    [...childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent.trim())
  return [...document.querySelectorAll('body *')]
    .filter((one) => (hasText(one) || one.matches(':placeholder-shown')) && one.checkVisibility())
    .filter((one) => !one.closest('svg, .skip, .visually-hidden'))
    .map(colours)

  function colours(one) {
    const around = []
    for (let at = one; at; at = at.parentElement) around.unshift(getComputedStyle(at))
    const papers = around.map(({ backgroundColor }) => ({ color: backgroundColor, opacity: 1 }))
    if (!hasText(one)) around.push(getComputedStyle(one, '::placeholder'))
    const opacity = around.reduce((all, style) => all * style.opacity, 1)
    return {
      name: `${one.tagName} ${one.className} ${one.textContent.trim()}`,
      paper: painted(papers),
      ink: painted([...papers, { color: around.at(-1).color, opacity }]),
    }
  }

  function painted(layers) {
    for (const { color, opacity } of [{ color: 'white', opacity: 1 }, ...layers]) {
      brush.globalAlpha = opacity
      brush.fillStyle = color
      brush.fillRect(0, 0, 1, 1)
    }
    return [...brush.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  }
})()
