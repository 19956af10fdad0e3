/** A browser without a screen: keeps cookies and sends forms as a browser does. */

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where a redirect leads: path and query. */
  readonly location: string | null
}

export type Client = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Posts as a form of our own pages would. */
  post(path: string, fields: FormFields, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Posts a form with a file, as a browser does where a file can be chosen. */
  upload(
    path: string,
    fields: FormFields,
    file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  ): Promise<Answer>
  /** Opens the page, takes over its hidden fields, and posts them with the given ones to the same address. */
  submit(path: string, fields: FormFields): Promise<Answer>
  /** Adds a cookie as if the server had set it. */
  setCookie(name: string, value: string): void
  cookie(name: string): string | undefined
}

/** With a file among them the form is sent in parts, as browsers do. */
export type FormFields = Readonly<Record<string, string | readonly string[] | File>>

/** @param onAnswer sees each answer before who asked. */
export function makeBrowser(
  origin: string,
  onAnswer: (path: string, response: Response) => void = () => {},
): Client {
  const jar = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    onAnswer(path, response)
    const to = response.headers.get('location')
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: to === null ? null : to.replace(origin, ''),
    }
  }

  /** With its length, as browsers send it: `fetch` streams a form with a file otherwise. */
  async function uploadWithLength(path: string, form: FormData): Promise<Answer> {
    const whole = new Response(form)
    const body = await whole.arrayBuffer()
    const type = whole.headers.get('Content-Type') ?? ''
    const headers = { Accept: 'text/html', Origin: origin, 'Content-Type': type }
    return send(path, { method: 'POST', headers, body })
  }

  const client: Client = {
    get: (path, headers = {}) => send(path, { headers: { Accept: 'text/html', ...headers } }),
    post: (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { Accept: 'text/html', Origin: origin, ...headers },
        body: formOf(fields),
      }),
    upload(path, fields, { field, name, bytes }) {
      const body = new FormData()
      for (const [key, value] of formOf(fields)) body.append(key, value)
      body.append(field, new File([bytes], name))
      return uploadWithLength(path, body)
    },
    async submit(path, fields) {
      const page = await client.get(path)
      if (page.status !== 200) return page
      return client.post(path, { ...hiddenFieldsOf(page.text), ...fields })
    },
    setCookie: (name, value) => {
      jar.set(name, value)
    },
    cookie: (name) => jar.get(name),
  }
  return client
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute)) || value === ''
  if (gone) jar.delete(name)
  else jar.set(name, value)
}

function formOf(fields: FormFields): URLSearchParams | FormData {
  if (Object.values(fields).some((value) => value instanceof File)) return inParts(fields)
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    if (!(value instanceof File))
      for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  return form
}

function inParts(fields: FormFields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' || value instanceof File ? [value] : value)
      form.append(name, one)
  return form
}

/** @returns the hidden fields of the forms of `<main>`: the submission key, conform's intents. */
function hiddenFieldsOf(html: string): Record<string, string> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const fields: Record<string, string> = {}
  for (const [input] of main.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1]
    const name = attribute('name')
    if (attribute('type') === 'hidden' && name !== undefined) fields[name] = attribute('value') ?? ''
  }
  return fields
}
