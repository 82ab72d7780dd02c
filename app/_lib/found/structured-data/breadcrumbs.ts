import { absolute } from '../absolute.ts'

export interface Crumb {
  readonly name: string
  /** The page's public path in its language. */
  readonly path: string
}

/** Where a page stands in the shop: from the shop itself down to the page. https://schema.org/BreadcrumbList */
export function breadcrumbs(crumbs: readonly Crumb[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path),
    })),
  }
}
