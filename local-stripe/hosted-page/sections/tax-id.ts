// A company's name and tax id, for those who buy for one.
import type { Session } from '../../store/stripe-types.ts'
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { checkbox, inputField, selectField } from './fields.ts'
import { taxIdTypes } from './tax-id-types.ts'

export const businessBox = 'enableTaxId'

/** Whether the shop wants a tax id from everybody whose country has one. */
export function taxIdRequired(session: Session): boolean {
  return session.tax_id_collection?.required === 'if_supported'
}

/** The box to tick and the fields behind it; the fields alone when everybody is asked. */
export function taxIdSection(shown: Shown): Html | null {
  const { session, messages } = shown
  if (session.tax_id_collection?.enabled !== true) return null
  const asksAll = taxIdRequired(session)
  const asksName = session.name_collection?.business?.enabled !== true
  const types = taxIdTypes.map(({ type, name }) => [type, name] as const)
  return html`<div class="group tax-id">
    ${!asksAll && checkbox(shown, { id: businessBox, label: messages.business })}
    <div class="stack ${!asksAll && 'business-fields'}">
      ${asksName && inputField(shown, { id: 'businessName', label: messages.businessName, autocomplete: 'organization' })}
      ${selectField(shown, { id: 'taxIdType', label: messages.taxIdType, options: types })}
      ${inputField(shown, { id: 'taxId', label: messages.taxId })}
    </div>
  </div>`
}
