// The shop's script: what it does beside the pages, which do everything without it too. It finds its elements by their classes
// and data attributes, where the words it may have to say stand as well.
import { driveCart } from './drive-cart.ts'
import { driveCheckout } from './drive-checkout.ts'
import { driveGallery } from './drive-gallery.ts'
import { keepQuantity } from './keep-quantity.ts'
import { noteWechat } from './note-wechat.ts'
import { pageIsReady } from './page-is-ready.ts'
import { watchCart } from './watch-cart.ts'
import { watchStatus } from './watch-status.ts'

await pageIsReady()
driveCart()
driveCheckout()
driveGallery()
keepQuantity()
watchCart()
watchStatus()
noteWechat()
document.documentElement.dataset['script'] = 'ready'
