/** Completion in the search box, for browsers that run scripts; without it the box is a plain form. */
const WAIT = 120
for (const box of document.querySelectorAll('form.search input[type="search"][name="q"]')) complete(box)

function complete(box) {
  const list = document.createElement('ul')
  const state = { at: -1, asked: 0, timer: 0 }
  list.id = `${box.form.id || 'search'}-suggestions`
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', box.getAttribute('aria-label') ?? '')
  list.hidden = true
  box.after(list)
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value)
  box.addEventListener('input', (event) => {
    clearTimeout(state.timer)
    if (!event.isComposing) state.timer = setTimeout(() => ask(box, list, state), WAIT)
  })
  box.addEventListener('keydown', (event) => onKey(event, box, list, state))
  box.addEventListener('blur', () => close(box, list, state))
  // The box would lose the focus, and the list close, before a click arrives.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
}

async function ask(box, list, state) {
  const text = box.value.trim()
  state.asked += 1
  const turn = state.asked
  if (text.length < 2) return close(box, list, state)
  const query = new URLSearchParams({ q: text, lang: document.documentElement.lang })
  const response = await fetch(`/api/suggest?${query}`).catch(() => undefined)
  if (!response?.ok) return close(box, list, state)
  const { suggestions } = await response.json()
  if (turn === state.asked && document.activeElement === box) show(suggestions, box, list, state)
}

function show(suggestions, box, list, state) {
  list.replaceChildren(...suggestions.map((suggestion, at) => option(suggestion, `${list.id}-${at}`)))
  state.at = -1
  box.removeAttribute('aria-activedescendant')
  list.hidden = suggestions.length === 0
  box.setAttribute('aria-expanded', String(!list.hidden))
}

function option({ label, language, kindLabel, count, url }, id) {
  const item = document.createElement('li')
  item.id = id
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  item.dataset.url = url
  const name = document.createElement('bdi')
  name.lang = language
  name.textContent = label
  const kind = document.createElement('span')
  kind.className = 'count'
  kind.textContent = `${kindLabel} · ${count}`
  item.append(name, ' ', kind)
  item.addEventListener('click', () => follow(item))
  return item
}

function onKey(event, box, list, state) {
  if (event.isComposing) return
  const { key } = event
  if (key === 'Escape' && !list.hidden) {
    event.preventDefault()
    close(box, list, state)
  } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !list.hidden) {
    event.preventDefault()
    choose(state.at + (key === 'ArrowDown' ? 1 : -1), box, list, state)
  } else if (key === 'Enter' && !list.hidden && state.at >= 0) {
    event.preventDefault()
    follow(list.children[state.at])
  }
}

/** Before the first and behind the last stands the box itself. */
function choose(at, box, list, state) {
  const { length } = list.children
  list.children[state.at]?.setAttribute('aria-selected', 'false')
  state.at = at >= length ? -1 : at < -1 ? length - 1 : at
  const item = list.children[state.at]
  item?.setAttribute('aria-selected', 'true')
  item?.scrollIntoView({ block: 'nearest' })
  if (item) box.setAttribute('aria-activedescendant', item.id)
  else box.removeAttribute('aria-activedescendant')
}

function follow(item) {
  const url = new URL(item.dataset.url, location.origin)
  const lang = new URLSearchParams(location.search).get('lang')
  if (lang) url.searchParams.set('lang', lang)
  location.assign(url)
}

function close(box, list, state) {
  state.at = -1
  state.asked += 1
  list.hidden = true
  box.setAttribute('aria-expanded', 'false')
  box.removeAttribute('aria-activedescendant')
}
