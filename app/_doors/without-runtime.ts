// Next.js sends React along with every page, and all of the page once more as data for it. A page that has nothing for React to
// make live works without, and is a third as long: both are taken out of it before it leaves.
import { isNexts, pushed, scripts } from './script-hashes.ts'

/** Whether the browser can do without a client module, by its number in the build. */
export type IsNeedless = (module: string) => boolean

// A client module in React's data: `1f:I[39756,["/_next/…"],"CartLink"]`. Text that only looks like one keeps the page as it is.
const clientModule = /[\da-f]:I\[([^,\]]*)/g
// An error that only script can tell of, parts that come after the page and are put in place by script, a place left empty.
const needsScript =
  /<html[^>]* id="__next_error__"|<template id="[BP]:|<div hidden[^>]* id="S:|<!--\$!--><template[^>]*><\/template><!--\/\$-->/
// Where a text begins or a part ends, for React to find.
const marks = /<!--(?: |&|\/&|\/?\$[!?~]?)-->/g
// What Next.js says once more for Twitter, which reads the words for everybody as well.
const twice = /<meta name="twitter:(?:title|description)"[^>]*>/g
const failure = /<template data-(?:dgst|msg)="[^>]*><\/template>/g

/** The page without React and its data; as it is where it needs them, or has none. */
export function withoutRuntime(html: string, isNeedless: IsNeedless): string {
  const data = [...html.matchAll(scripts)].map(([, , body = '']) => pushed(body)).filter(Array.isArray)
  if (data.length === 0 || needsScript.test(html)) return html
  const rows = data.map(([, text]) => String(text)).join('')
  const modules = [...rows.matchAll(clientModule)].map(([, module = '']) => module)
  return modules.every(isNeedless) ? strip(html) : html
}

function strip(html: string): string {
  return html
    .replace(scripts, (script, attributes: string, body: string) =>
      isRuntime(attributes, body) ? '' : script,
    )
    .replace(/<link\b[^>]*>/g, (link) => (link.includes(' as="script"') ? '' : withoutNonce(link)))
    .replace(marks, '')
    .replace(failure, '')
    .replace(twice, '')
    .replace(/(<body[^>]*>)<div hidden=""><\/div>/, '$1')
}

function isRuntime(attributes: string, body: string): boolean {
  return / src="\/_next\//.test(attributes) || (!attributes.includes(' src=') && isNexts(body))
}

// Names inline scripts, of which none is left.
function withoutNonce(link: string): string {
  return link.replace(/ nonce="[\w-]*"/, '')
}
