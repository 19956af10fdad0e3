/** Lesson material of the invented companies: a work sheet as a PDF, made of the text of its offer and marked as a demo. */
import PDFDocument from 'pdfkit'
import type { Db } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import { stableUuid } from '../read-data'
import { insertRows } from './insert-rows'

type Sheet = {
  readonly title: string
  readonly company: string
  readonly summary: string
  readonly description: string
}

/** Some 15 ms each. */
export async function seedDemoSheets(db: Db, attachments: Pick<FileStore, 'put'>): Promise<void> {
  const offers = await db.offer.findMany({
    where: { isDemo: true, location: 'download', files: { none: {} } },
    select: {
      id: true,
      title: true,
      summary: true,
      description: true,
      publishedAt: true,
      organisation: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  })
  const rows = []
  for (const { id, publishedAt, organisation, ...offer } of offers) {
    const madeAt = publishedAt ?? new Date(0)
    const content = await drawSheet({ ...offer, company: organisation.name }, madeAt)
    rows.push({
      id: stableUuid(`sheet:${id}`),
      offer_id: id,
      position: 0,
      name: `Werkblad ${offer.title.replace(/[^\p{L}\p{N} -]/gu, '').slice(0, 80)}.pdf`,
      type: 'application/pdf',
      bytes: content.length,
      key: await attachments.put(content),
      scan: 'not-scanned',
      created_at: madeAt.toISOString(),
    })
  }
  await insertRows(
    db,
    'offer_file',
    {
      id: 'uuid',
      offer_id: 'uuid',
      position: 'int',
      name: 'text',
      type: 'text',
      bytes: 'int',
      key: 'text',
      scan: 'file_scan',
      created_at: 'timestamptz',
    },
    ['offer_id', 'position'],
    rows,
    'keep',
  )
}

const QUESTIONS = [
  'Wat weet je hier al van? Schrijf drie dingen op.',
  'Wat denk je dat er gaat gebeuren? Waarom?',
  'Wat heb je gezien of gemeten?',
  'Waar kom je dit thuis of op straat tegen?',
]
const LINES = 4

export function drawSheet({ title, company, summary, description }: Sheet, madeAt: Date): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margin: 56,
    lang: 'nl-NL',
    info: { Title: title, Author: company, CreationDate: madeAt, ModDate: madeAt },
  })
  const parts: Buffer[] = []
  page.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((resolve) => page.on('end', () => resolve(Buffer.concat(parts))))
  page.fontSize(9).fillColor('#555').text('Voorbeeld uit de demo van Schakel. Het bedrijf is verzonnen.')
  page.moveDown().font('Helvetica-Bold').fontSize(20).fillColor('#111').text(title)
  page.moveDown(0.3).font('Helvetica').fontSize(11).text(`Werkblad van ${company}`)
  page.moveDown().fontSize(12).text(summary)
  page.moveDown().font('Helvetica-Bold').fontSize(14).text('Wat ga je doen?')
  page.moveDown(0.3).font('Helvetica').fontSize(12).text(description)
  page.moveDown().fontSize(11).text('Naam: ______________________     Klas: __________     Datum: __________')
  for (const [i, question] of QUESTIONS.entries()) {
    page
      .moveDown()
      .font('Helvetica-Bold')
      .fontSize(12)
      .text(`${i + 1}. ${question}`)
    page.font('Helvetica').fillColor('#999')
    for (let line = 0; line < LINES; line++) page.moveDown(0.4).text('_'.repeat(70))
    page.fillColor('#111')
  }
  page.end()
  return done
}
