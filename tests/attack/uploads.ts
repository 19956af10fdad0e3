/** Files that are two things at once, lie about what they are, or unpack into more than anybody has. */
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { isBroken, makeTally, type Target } from './attack'
import { crawl } from './crawl'
import { formsOf, readPage } from './page'

const SCRIPT = '<script>window.__ran=1</script>'

export async function uploads(target: Target) {
  const tally = makeTally()
  const client = await target.as('bedrijf')
  const pages = await crawl(client, target.origin, ['/my/organisation'], 80)
  const media = pages.find(({ path }) => /\/offers\/[^/]+\/(media|edit)/.test(path))?.path
  const path = media?.replace(/\/edit.*/, '/media')
  if (!path) throw new Error('the company of the demo has no offer to add a file to')
  const open = async () => readPage((await client.get(path)).text, target.origin + path)
  const doors = formsOf(await open()).filter((form) => form.files.length > 0)
  if (doors.length === 0) throw new Error(`${path} takes no files`)
  for (const form of doors)
    for (const [name, bytes] of await polyglots()) {
      const field = form.files[0] ?? 'file'
      const answer = await client.upload(form.action, form.fields, { field, name, bytes })
      tally.check(!isBroken(answer.status), `${name} to ${field}: ${answer.status}`)
    }
  const after = await open()
  const shown = [...after.querySelectorAll('img[src], source[srcset], a[href]')]
    .flatMap((each) => ['src', 'srcset', 'href'].map((name) => each.getAttribute(name)?.split(' ')[0] ?? ''))
    .filter((address) => /^\/(pictures|files)\//.test(address))
  for (const address of new Set(shown)) {
    const file = await client.get(address)
    const type = file.headers.get('content-type') ?? ''
    tally.check(file.headers.get('x-content-type-options') === 'nosniff', `${address} may be guessed at`)
    const isAttachment = (file.headers.get('content-disposition') ?? '').startsWith('attachment')
    // What is only ever saved runs nowhere here.
    tally.check(isAttachment || !file.text.includes(SCRIPT), `${address} carries a script out`)
    tally.check(/^image\/(webp|avif|jpeg|png)/.test(type) || isAttachment, `${address} opens as ${type}`)
  }
  return tally.result()
}

async function polyglots(): Promise<(readonly [string, Uint8Array<ArrayBuffer>])[]> {
  const square = { width: 600, height: 400, channels: 3, background: '#246' } as const
  const png = await sharp({ create: square }).png().toBuffer()
  const jpeg = await sharp({ create: square })
    .withExif({ IFD0: { ImageDescription: SCRIPT, Copyright: SCRIPT } })
    .jpeg()
    .toBuffer()
  const huge = await sharp({ create: { ...square, width: 16_000, height: 16_000 } })
    .png()
    .toBuffer()
  const text = (...parts: (string | Buffer)[]) =>
    Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
  return [
    ['picture.png', text(png, SCRIPT)],
    ['picture.jpg', text(jpeg)],
    ['picture.jpg.html', text(jpeg, SCRIPT)],
    ['gif.gif', text('GIF89a/*', SCRIPT, '*/=1;')],
    ['drawing.svg', text(`<svg xmlns="http://www.w3.org/2000/svg"><script>window.__ran=1</script></svg>`)],
    ['drawing.png', text(`<svg xmlns="http://www.w3.org/2000/svg" onload="window.__ran=1"/>`)],
    [
      'entities.svg',
      text(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>',
      ),
    ],
    ['huge.png', text(huge)],
    ['sheet.pdf', text('%PDF-1.4\n', SCRIPT, '\n%%EOF')],
    ['page.pdf', text(SCRIPT, '%PDF-1.4')],
    ['program.pdf', text('MZ', Buffer.alloc(200))],
    ['archive.zip', text(Buffer.from('504b0304', 'hex'), Buffer.alloc(100))],
    ['bomb.docx', text(gzipSync(Buffer.alloc(5_000_000)))],
    ['../../../public/index.html', text(png)],
    ['..\\..\\web.config', text(png)],
    ['name\u0000.png', text(png)],
    ['name\r\nX-Evil: 1.png', text(png)],
    [`${'n'.repeat(5000)}.png`, text(png)],
    ['.htaccess', text('AddType text/html .png')],
    ['empty.png', text('')],
  ]
}
