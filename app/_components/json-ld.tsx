import { jsonLdText } from '../_lib/found/structured-data/json-ld-text'

/** What a page says to search engines. It is data, which no browser runs, and needs no word in the policy of scripts. */
export function JsonLd({ graph }: { graph: readonly object[] }) {
  return <script type="application/ld+json">{jsonLdText(graph)}</script>
}
