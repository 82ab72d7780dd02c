// What tells a product's variants apart, as choices: the chosen variant, and where each other choice leads.
import type { Currency } from '#domain/money/currency'
import type { Option, Product, Variant } from './product.ts'
import type { Text } from './text.ts'

export interface Choice {
  /** Null where the variant has no name of its own. */
  readonly name: Text | null
  /** What is looked at when this is chosen. */
  readonly variant: Variant
  readonly isChosen: boolean
  /** What else becomes of the variant, because what was chosen before does not come with this. */
  readonly otherwise: readonly Text[]
}

export interface ChoiceGroup {
  /** Null where the variants are known by their names alone. */
  readonly name: Text | null
  readonly choices: readonly Choice[]
}

/** Whether a variant is there and has a price in the currency. */
export function isBuyable({ available, prices }: Variant, currency: Currency): boolean {
  return available > 0 && prices[currency] !== undefined
}

/** The variant that `sku` names, else the first one that can be bought, else the first. */
export function chooseVariant(
  { variants }: Product,
  { sku, currency }: { sku: string | undefined; currency: Currency },
): Variant | undefined {
  return (
    variants.find((variant) => variant.sku === sku) ??
    variants.find((variant) => isBuyable(variant, currency)) ??
    variants[0]
  )
}

/** What can be chosen from `chosen` on, one group for each option. Nothing where there is nothing to choose between. */
export function choiceGroups(product: Product, chosen: Variant): ChoiceGroup[] {
  const groups = optionsTellApart(product)
    ? product.options.map((option) => groupOf(option, product, chosen))
    : [groupOfNames(product, chosen)]
  return groups.filter(({ choices }) => choices.length > 1)
}

function optionsTellApart({ options, variants }: Product): boolean {
  const kinds = variants.map(({ choices }) => options.map(({ key }) => choices[key]).join(' '))
  return new Set(kinds).size === variants.length
}

function groupOfNames({ variants }: Product, chosen: Variant): ChoiceGroup {
  const choices = variants.map((variant) => ({
    name: variant.name,
    variant,
    isChosen: variant === chosen,
    otherwise: [],
  }))
  return { name: null, choices }
}

function groupOf(option: Option, product: Product, chosen: Variant): ChoiceGroup {
  const others = product.options.filter(({ key }) => key !== option.key)
  const changedIn = ({ choices }: Variant) => others.filter(({ key }) => choices[key] !== chosen.choices[key])
  const choices = option.values.flatMap(({ key, name }) => {
    // Of the variants with this value, the one that keeps most of what is chosen.
    const [variant] = product.variants
      .filter((each) => each.choices[option.key] === key)
      .toSorted((a, b) => changedIn(a).length - changedIn(b).length || b.available - a.available)
    if (!variant) return []
    const otherwise = changedIn(variant).flatMap((each) => valueName(each, variant))
    return [{ name, variant, isChosen: variant === chosen, otherwise }]
  })
  return { name: option.name, choices }
}

function valueName({ key, values }: Option, variant: Variant): Text[] {
  return values.filter((value) => value.key === variant.choices[key]).map(({ name }) => name)
}
