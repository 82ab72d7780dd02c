// How the page looks and what it asks, as a session shows it: every member is there, also those that nobody set.
import type { Session } from '../store/stripe-types.ts'
import type { SessionParams } from './session-fields.ts'

const look = {
  background_color: '#ffffff',
  border_style: 'rounded',
  button_color: '#0074d4',
  display_name: 'Local Stripe',
  font_family: 'default',
  icon: null,
  logo: null,
} satisfies NonNullable<Session['branding_settings']>

/** The branding of a session; '' means the account's own, as leaving out does. */
export function brandingSettings(
  given: SessionParams['branding_settings'],
): NonNullable<Session['branding_settings']> {
  const { icon, logo, ...texts } = given ?? {}
  const set = Object.entries(texts).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return {
    ...look,
    ...Object.fromEntries(set),
    ...(icon && { icon: picture(icon) }),
    ...(logo && { logo: picture(logo) }),
  }
}

type Picture = { type: string; file?: string | undefined; url?: string | undefined }

function picture({ type, file, url }: Picture) {
  return { type, ...(file !== undefined && { file }), ...(url !== undefined && { url }) }
}

/** The texts of the shop. */
export function customText(given: SessionParams['custom_text']): Session['custom_text'] {
  return {
    after_submit: given?.after_submit ?? null,
    shipping_address: given?.shipping_address ?? null,
    submit: given?.submit ?? null,
    terms_of_service_acceptance: given?.terms_of_service_acceptance ?? null,
  }
}

/** What the shopper is asked to agree to. */
export function consentCollection(given: SessionParams['consent_collection']): Session['consent_collection'] {
  if (given === undefined) return null
  return {
    payment_method_reuse_agreement: given.payment_method_reuse_agreement ?? null,
    promotions: given.promotions ?? null,
    terms_of_service: given.terms_of_service ?? null,
  }
}

/** Which names the shopper is asked for; only there when the shop said something about it. */
export function nameCollection(given: SessionParams['name_collection']): Pick<Session, 'name_collection'> {
  if (given === undefined) return {}
  const { business, individual } = given
  return {
    name_collection: {
      ...(business && { business: asked(business) }),
      ...(individual && { individual: asked(individual) }),
    },
  }
}

function asked(one: { enabled: boolean; optional?: boolean | undefined }) {
  return { enabled: one.enabled, optional: one.optional ?? false }
}

/** How saved payment methods are treated; null for shoppers who are not known. */
export function savedMethods(params: SessionParams): Session['saved_payment_method_options'] {
  const given = params.saved_payment_method_options
  if (given === undefined && params.customer === undefined) return null
  return {
    allow_redisplay_filters: given?.allow_redisplay_filters ?? ['always'],
    payment_method_remove: given?.payment_method_remove ?? 'disabled',
    payment_method_save: given?.payment_method_save ?? null,
  }
}

/** Whether a new session can be made from this one after it has expired. */
export function afterExpiration(given: SessionParams['after_expiration']): Session['after_expiration'] {
  if (given === undefined) return null
  const { recovery } = given
  if (recovery === undefined) return { recovery: null }
  const { enabled, allow_promotion_codes = false } = recovery
  return { recovery: { allow_promotion_codes, enabled, expires_at: null, url: null } }
}
