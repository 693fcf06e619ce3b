// Documents of other kinds, made here: small Word files and PDFs of invented news.
import JSZip from 'jszip';

interface WordParagraph {
  text: string;
  style?: string;
}

/** A Word file; its words may be bold with asterisks around them. */
export async function makeDocx(
  paragraphs: WordParagraph[],
  properties: { title?: string; creator?: string } = {},
): Promise<Buffer> {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const packageOf = 'http://schemas.openxmlformats.org/package/2006';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const run = (text: string, bold: boolean) =>
    `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  const body = paragraphs
    .map(({ text, style }) => {
      const runs = text.split('*').map((part, i) => run(part, i % 2 === 1));
      return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs.join('')}</w:p>`;
    })
    .join('');
  const styles = ['Title', 'Quote', 'Caption']
    .map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="a" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  zip.file('word/document.xml', `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`);
  zip.file('word/styles.xml', `<w:styles xmlns:w="${word}">${styles}</w:styles>`);
  zip.file(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${packageOf}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(properties.title ?? '')}</dc:title><dc:creator>${escape(properties.creator ?? '')}</dc:creator></cp:coreProperties>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export interface PdfText {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** A PDF with these texts on its pages, in Helvetica; `locked`: nobody has its password. */
export function makePdf(
  pages: PdfText[][],
  { title = '', author = '', locked = false }: { title?: string; author?: string; locked?: boolean } = {},
): Buffer {
  const objects: string[] = [];
  const add = (object: string) => objects.push(object);
  const firstPage = 5;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(`<< /Title ${literal(title)} /Author ${literal(author)} >>`);
  for (const [i, texts] of pages.entries()) {
    const drawn = texts.map(
      ({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`,
    );
    const stream = drawn.join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${firstPage + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`);
  }
  const key = '00'.repeat(32);
  if (locked) add(`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${key}> /U <${key}> >>`);

  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = locked ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

const literal = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;

/** Lines of one column, from the top. */
export const column = (x: number, top: number, lines: string[]): PdfText[] =>
  lines.map((text, i) => ({ text, x, y: top - 12 * i }));
