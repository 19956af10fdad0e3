/**
 * What a mail is made of: a few blocks, drawn as HTML (600 px, one column, styles in the tags, because mail programs read
 * no style sheets) and as text. Both come from the same blocks, so neither says less than the other. The colours are
 * those of the light tokens, spelled out: a mail has no custom properties.
 */
import type { Locale } from '~/platform/i18n/choose-locale'

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** Somebody's own words. */
  | { readonly kind: 'quote'; readonly text: string }
  /** The one thing to do; `second`: another answer to the same question. */
  | { readonly kind: 'button'; readonly label: string; readonly href: string; readonly look?: 'second' }
  /** Something else that one may do. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  /** A title block: facts in ruled cells. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** Begins a part of a longer mail. */
  | { readonly kind: 'heading'; readonly text: string }
  /** One of several things that stand under each other. */
  | { readonly kind: 'item'; readonly label: string; readonly href: string; readonly detail: string }
  | { readonly kind: 'small'; readonly text: string }

export type Letter = {
  readonly locale: Locale
  readonly subject: string
  /** What a list of mails shows behind the subject. */
  readonly preview: string
  readonly heading: string
  readonly blocks: readonly Block[]
  /** Why the reader gets this. */
  readonly footer: string
  /** Under it: what the reader can do about such mails. */
  readonly footerLinks?: readonly { readonly label: string; readonly href: string }[]
}

/** A mail as it can be sent, and what it was made of. */
export type RenderedMail = {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly letter: Letter
}

/** Under this name the logo travels with the mail. */
export const LOGO_CID = 'logo@schakel'

const FONT = `font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`

export function renderLetter(letter: Letter): RenderedMail {
  return { subject: oneLine(letter.subject), html: asHtml(letter), text: asText(letter), letter }
}

/** @returns the text with everything that HTML reads as a sign made harmless. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A subject of two lines would begin a header of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function asText({ heading, blocks, footer, footerLinks = [] }: Letter): string {
  const links = footerLinks.map(({ label, href }) => `\n${label}:\n${href}`).join('')
  return `${[heading, ...blocks.map(blockAsText), `--\n${footer}${links}`].join('\n\n')}\n`
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'small':
      return block.text
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`
    case 'item':
      return `* ${block.label}\n  ${block.detail}\n  ${block.href}`
    case 'quote':
      return block.text.replace(/^/gm, '> ')
    case 'button':
    case 'link':
      return `${block.label}:\n${block.href}`
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
  }
}

function asHtml({ locale, subject, preview, heading, blocks, footer, footerLinks = [] }: Letter): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escapeHtml(oneLine(subject))}</title>
</head>
<body style="margin:0;padding:0;background:#e6ebe3;${FONT};color:#10292a">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#e6ebe3"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td style="background:#ffffff;border:1px solid #cdd5cc;border-radius:8px;padding:28px 28px 24px">
<img src="cid:${LOGO_CID}" width="116" height="30" alt="Schakel" style="display:block;border:0">
<h1 style="margin:28px 0 16px;font-size:24px;line-height:1.2;font-weight:700;letter-spacing:-0.01em">${escapeHtml(heading)}</h1>
${blocks.map(blockAsHtml).join('\n')}
</td></tr>
<tr><td style="padding:16px 8px;font-size:13px;line-height:20px;color:#445a59">${escapeHtml(footer)}${footerLinks.map(footerLinkAsHtml).join('')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

function footerLinkAsHtml({ label, href }: { readonly label: string; readonly href: string }): string {
  return `<br><a href="${escapeHtml(href)}" style="color:#0b5a50;text-decoration:underline">${escapeHtml(label)}</a>`
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p style="margin:0 0 16px;font-size:17px;line-height:26px">${escapeHtml(block.text)}</p>`
    case 'small':
      return `<p style="margin:16px 0;font-size:15px;line-height:22px;color:#445a59">${escapeHtml(block.text)}</p>`
    case 'quote':
      return `<blockquote style="margin:0 0 20px;padding:0 0 0 16px;border-left:3px solid #ab4e17;font-size:17px;line-height:26px">${escapeHtml(block.text).replace(/\n/g, '<br>')}</blockquote>`
    case 'button':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0"><tr><td align="center" style="background:${block.look === 'second' ? '#ffffff' : '#0b5a50'};border:2px solid #0b5a50;border-radius:8px"><a href="${escapeHtml(block.href)}" style="display:block;padding:11px 20px 9px;color:${block.look === 'second' ? '#0b5a50' : '#ffffff'};font-size:17px;font-weight:700;text-decoration:none">${escapeHtml(block.label)}</a></td></tr></table>`
    case 'link':
      return `<p style="margin:0 0 16px;font-size:17px;line-height:26px"><a href="${escapeHtml(block.href)}" style="color:#0b5a50;text-decoration:underline">${escapeHtml(block.label)}</a></p>`
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:19px;line-height:26px;font-weight:700">${escapeHtml(block.text)}</h2>`
    case 'item':
      return `<p style="margin:0 0 12px;font-size:17px;line-height:24px"><a href="${escapeHtml(block.href)}" style="color:#0b5a50;text-decoration:underline">${escapeHtml(block.label)}</a><br><span style="font-size:15px;color:#445a59">${escapeHtml(block.detail)}</span></p>`
    case 'facts':
      return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border:1px solid #cdd5cc;border-radius:4px">${block.facts
        .map(
          ({ label, value }) =>
            `<tr><td style="padding:8px 12px 6px;border-bottom:1px solid #cdd5cc"><span style="font-size:13px;color:#445a59">${escapeHtml(label)}</span><br><strong style="font-size:15px">${escapeHtml(value)}</strong></td></tr>`,
        )
        .join('')}</table>`
  }
}
