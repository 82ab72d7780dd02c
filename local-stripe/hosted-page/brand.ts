// The shop's own look (https://docs.stripe.com/payments/checkout/customization/appearance): name, logo, colours and
// corners, where a session sets them. Fonts are not loaded from anywhere. A style sheet of its own, because the page
// allows no styles in its markup.
import { brandingSettings } from '../checkout/page-settings.ts'
import type { Reply } from '../http/reply.ts'
import type { Session } from '../store/stripe-types.ts'

const usual = brandingSettings(undefined)

/** The name of the shop, or null when the session gives none. */
export function shopName({ branding_settings: brand }: Session): string | null {
  return brand === undefined || brand.display_name === usual.display_name ? null : brand.display_name
}

/** The address of the shop's picture, or null when there is none on the web. */
export function shopPicture({ branding_settings: brand }: Session): string | null {
  return brand?.logo?.url ?? brand?.icon?.url ?? null
}

/** Whether a session looks like the shop and not like Local Stripe. */
export function hasBrand({ branding_settings: brand }: Session): boolean {
  return rules(brand).length > 0
}

/** The style sheet of a session. */
export function brandStyle({ branding_settings: brand }: Session): Reply {
  const headers = { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-store' }
  return { status: 200, headers, body: `:root {\n${rules(brand).join('\n')}\n}\n${onTint}` }
}

/** Whatever stands on the shop's background is of the colour that can be read on it. */
const onTint = `.summary {
  --soft: color-mix(in srgb, var(--on-tint) 75%, transparent);
  --line: color-mix(in srgb, var(--on-tint) 25%, transparent);
  --brand: var(--on-tint);
}
`

function rules(brand: Session['branding_settings']): string[] {
  const { background_color: background, button_color: button, border_style } = brand ?? usual
  return [
    ...(isOwn(button, usual.button_color) ? [`--button: ${button};`, `--on-button: ${inkOn(button)};`] : []),
    ...(isOwn(background, usual.background_color)
      ? [
          `--tint: light-dark(${background}, #0e1015);`,
          `--on-tint: light-dark(${inkOn(background)}, #eceef4);`,
        ]
      : []),
    ...(border_style === 'rectangular' ? ['--radius: 0;'] : []),
    ...(border_style === 'pill' ? ['--radius: 8px;', '--button-radius: 24px;'] : []),
  ]
}

function isOwn(color: string, ordinary: string): boolean {
  return color.toLowerCase() !== ordinary && /^#[\da-f]{6}$/i.test(color)
}

/** Black or white, whichever is easier to read on a colour (WCAG's relative luminance). */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}
