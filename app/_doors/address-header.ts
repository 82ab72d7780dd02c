/** The request header in which the front door says who asks; whatever a stranger writes there is overwritten. */
export const addressHeader = 'x-kiosk-address'
