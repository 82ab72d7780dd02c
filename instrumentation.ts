/** Runs once when the server starts. A wrong setting ends it here, before the first shopper meets it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startShop } = await import('./app/_lib/start-shop')
  startShop()
  const { openDoors } = await import('./app/_doors/open-doors')
  openDoors()
}
