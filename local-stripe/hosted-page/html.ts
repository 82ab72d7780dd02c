// HTML as a template that escapes whatever is put into it.

export type Html = { readonly html: string }
type Insert = string | number | Html | null | false | Insert[]

/** Markup from a template; inserted texts are escaped, inserted markup is not. */
export function html(parts: TemplateStringsArray, ...inserts: Insert[]): Html {
  const tail = parts.slice(1).map((part, index) => render(inserts[index] ?? null) + part)
  return { html: (parts[0] ?? '') + tail.join('') }
}

function render(insert: Insert): string {
  if (insert === null || insert === false) return ''
  if (Array.isArray(insert)) return insert.map(render).join('')
  return typeof insert === 'object' ? insert.html : escape(String(insert))
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
