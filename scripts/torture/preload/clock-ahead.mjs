/** Moves this process's clock on, for everything that asks Date what time it is. */
export function setClockAhead(milliseconds) {
  const { now } = Date
  Date.now = () => now() + milliseconds
  globalThis.Date = new Proxy(Date, {
    apply: (target) => new target(Date.now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [Date.now()] : args, newTarget),
  })
}
