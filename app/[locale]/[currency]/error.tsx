'use client'

// Both languages stand here and not in messages/: this page goes to the browser with every other page, and must come up
// when nothing else does.

/** For errors of ours while a page is made: says so, and offers to try again. */
export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <div className="narrow plain">
      <h1>Something broke on our side · 我们这边出了点问题</h1>
      <p>Your cart is safe. Try again in a moment.</p>
      <p lang="zh-CN">您的购物车还在，请稍后再试。</p>
      <p className="ways-on">
        <button className="button" onClick={() => retry()}>
          Try again · 再试一次
        </button>
      </p>
    </div>
  )
}
