/**
 * XML as it comes in, tag by tag, without building a tree. A document type is refused: it is where entities that blow up
 * or read other files are declared, and no spreadsheet or feed of today needs one.
 */
import sax from 'sax'

export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

export class XmlRefused extends Error {}

/** Names come without their namespace prefix. @throws XmlRefused for what is no XML, and for a document type. */
export async function readXml(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { open, text, close }: XmlHandlers,
): Promise<void> {
  const parser = sax.parser(true, { position: false })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.onerror = (error) => {
    throw new XmlRefused(error.message)
  }
  parser.ondoctype = () => {
    throw new XmlRefused('a document type')
  }
  if (open)
    parser.onopentag = ({ name, attributes }) => {
      open(local(name), attributes as Record<string, string>)
    }
  if (text) {
    parser.ontext = text
    parser.oncdata = text
  }
  if (close) parser.onclosetag = (name) => close(local(name))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const write = (piece: string) => {
    if (piece !== '') parser.write(piece)
  }
  try {
    for await (const chunk of chunks) write(decoder.decode(chunk, { stream: true }))
    write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof TypeError) throw new XmlRefused('not UTF-8')
    throw error
  }
}
