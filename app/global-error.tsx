'use client'
import './styles/shop.css'

/** For errors of ours outside of every page. It must come up when nothing else does, and says so in both languages. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <div className="narrow plain">
            <h1>Something broke on our side · 我们这边出了点问题</h1>
            <p>Your cart is safe. Try again in a moment.</p>
            <p lang="zh-CN">您的购物车还在，请稍后再试。</p>
            <p className="ways-on">
              <a className="button" href="/">
                To the shop · 回到店里
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>
  )
}
