// A browser without a script, as far as the page needs one: it reads the form, types into it and presses a button,
// and everything else that the form holds goes along.

export type OpenPage = Awaited<ReturnType<typeof openPage>>

/** Opens a page and gives its form. */
export async function openPage(url: string, acceptLanguage = 'en-US') {
  const headers = { 'Accept-Language': acceptLanguage }
  return shownPage(url, headers, await fetch(url, { headers, redirect: 'manual' }))
}

async function shownPage(url: string, headers: Record<string, string>, answer: Response) {
  const text = await answer.text()
  const fields = readFields(text)
  /** Types into fields (null unticks a box) and presses a button: the one that pays unless `change` names another. */
  const press = async (typed: Record<string, string | null> = {}, change?: string) => {
    const kept = Object.entries({ ...fields, ...typed }).filter(([, value]) => value !== null)
    const body = new URLSearchParams(kept as [string, string][])
    if (change !== undefined) body.set('change', change)
    return shownPage(url, headers, await fetch(url, { method: 'POST', headers, body, redirect: 'manual' }))
  }
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    text,
    fields,
    press,
    /** The text of an element by its id. */
    byId: (id: string) => elementText(text, `id="${id}"`),
    byTestId: (id: string) => elementText(text, `data-testid="${id}"`),
  }
}

/** What a browser would send of a form that nobody has touched. */
function readFields(text: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of text.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const box = /type="(checkbox|radio)"/.test(tag)
    if (name === null || (box && !/\schecked\s/.test(tag))) continue
    fields[name] = attribute(tag, 'value') ?? 'on'
  }
  for (const [list, tag = ''] of text.matchAll(/(<select\b[^>]*>).*?<\/select>/gs)) {
    const options = Array.from(list.matchAll(/<option\b[^>]*>/g), ([option]) => option)
    const chosen = options.find((option) => /\sselected\s*>/.test(option)) ?? options[0]
    fields[attribute(tag, 'name') ?? ''] = attribute(chosen ?? '', 'value') ?? ''
  }
  return fields
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? null : decoded(found)
}

function elementText(text: string, mark: string): string | null {
  const start = text.indexOf('>', text.indexOf(mark))
  if (!text.includes(mark)) return null
  const inner = text.slice(start + 1, text.indexOf('<', start))
  return decoded(inner).trim()
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
