/** Alive: the process answers. Asks nothing of others, so that a database that is away does not end the web server. */
export function loader(): Response {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
}
