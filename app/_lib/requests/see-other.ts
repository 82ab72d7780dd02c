/** 303: the form was taken, and the browser goes on to `location` with a GET; Back and reload send nothing again. */
export function seeOther(location: string, headers = new Headers()): Response {
  headers.set('Location', location)
  headers.set('Cache-Control', 'no-store')
  return new Response(null, { status: 303, headers })
}
