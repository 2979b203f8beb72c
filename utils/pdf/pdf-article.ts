import type { PdfText } from './read-pdf-text.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeText = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);

/** A rendered page. */
export interface PageImage {
  /** `data:` URL of a JPEG. */
  source: string;
  /** Alternative text. */
  alt: string;
}

/** Converts a PDF to HTML: the text, followed by the rendered pages. */
export function pdfToHtml({ paragraphs }: PdfText, pictures: readonly PageImage[]): string {
  const text = paragraphs.map((paragraph) => {
    const tag = paragraph.isHeading ? 'h2' : 'p';
    return `<${tag}>${escapeText(paragraph.text)}</${tag}>`;
  });
  const shown = pictures.map(
    ({ source, alt }) => `<figure><img src="${escapeText(source)}" alt="${escapeText(alt)}"></figure>`,
  );
  return [...text, ...(shown.length > 0 ? ['<hr>'] : []), ...shown].join('\n');
}

/** A title made from a file name: without the extension, and with spaces instead of separators. */
export function titleFromFileName(name: string): string {
  return name
    .replace(/\.pdf$/i, '')
    .replace(/[-_+\s]+/g, ' ')
    .trim();
}

/** Number of the hash's digits in the address of a local file. */
const HASH_LENGTH = 16;

/**
 * The address of a PDF from the user's disk. It is the same whenever the same file is opened, and reveals no folder.
 *
 * @param hash of its bytes, hexadecimal
 */
export function localFileAddress(hash: string, name: string): string {
  const plain =
    name
      .replace(/[\\/\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'file.pdf';
  return `file:///${hash.slice(0, HASH_LENGTH)}/${encodeURIComponent(plain)}`;
}
