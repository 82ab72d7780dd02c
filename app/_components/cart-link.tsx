'use client'
import { useEffect, useRef, useState } from 'react'
import { cartInCookies } from '../_lib/cart-in-cookies'
import { driveCart } from '../_lib/drive-cart'
import type { CartTexts } from '../_lib/cart-texts'

/**
 * The way to the cart, with how many things are in it: both are read in the browser, since the page is the same for everybody.
 * With script it opens the cart beside the page, and things are put into it from where the shopper is.
 */
export function CartLink({ href, texts }: { href: string; texts: CartTexts }) {
  const [count, setCount] = useState(0)
  const drawer = useRef<HTMLDialogElement>(null)
  const said = useRef<HTMLOutputElement>(null)
  const shown = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const recount = () => setCount(countItems())
    recount()
    if (!drawer.current || !said.current || !shown.current) return
    return driveCart({
      drawer: drawer.current,
      said: said.current,
      shown: shown.current,
      href,
      texts,
      recount,
    })
  }, [href, texts])

  return (
    <>
      <a className="cart-link" href={href}>
        {texts.cart} {count > 0 && <span className="cart-count">{count}</span>}
      </a>
      <dialog className="cart-drawer" aria-label={texts.cart} closedby="any" tabIndex={-1} ref={drawer}>
        <form method="dialog">
          <button className="link">{texts.close}</button>
        </form>
        <output className="aloud" ref={said} />
        <div className="cart" ref={shown} />
      </dialog>
    </>
  )
}

function countItems(): number {
  return [...cartInCookies().matchAll(/:(\d+)/g)].reduce((sum, [, quantity]) => sum + Number(quantity), 0)
}
