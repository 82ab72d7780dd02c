/** Takes the quantity that was typed along to another variant of the product: the address has it from then on. */
export function keepQuantity(): void {
  const field = document.querySelector<HTMLInputElement>('.purchase [type=number]')
  const [, given = ''] = /[?&]quantity=(\d+)/.exec(location.search) ?? []
  if (field && field.value === field.defaultValue) field.value = given || field.value
  document.addEventListener('click', ({ target }) => {
    const choice = target instanceof Element && target.closest<HTMLAnchorElement>('a.choice')
    // A variant that is sold out has no field, and passes on what it was given.
    const quantity = field?.value ?? given
    if (!choice || !quantity || quantity === '1') return
    const to = new URL(choice.href)
    to.searchParams.set('quantity', quantity)
    choice.href = to.href
  })
}
