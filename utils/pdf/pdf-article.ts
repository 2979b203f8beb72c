import type { PdfText } from './read-pdf-text.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeText = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);

/** The picture of a page. */
export interface PagePicture {
  /** `data:`, of a JPEG. */
  source: string;
  /** What it shows, in words. */
  alt: string;
}

/** The text of a PDF as HTML, and after it the pictures of its pages. */
export function writePdfHtml({ paragraphs }: PdfText, pictures: readonly PagePicture[]): string {
  const text = paragraphs.map((paragraph) => {
    const tag = paragraph.isHeading ? 'h2' : 'p';
    return `<${tag}>${escapeText(paragraph.text)}</${tag}>`;
  });
  const shown = pictures.map(
    ({ source, alt }) => `<figure><img src="${escapeText(source)}" alt="${escapeText(alt)}"></figure>`,
  );
  return [...text, ...(shown.length > 0 ? ['<hr>'] : []), ...shown].join('\n');
}

/** What a file is called, as a person would say it. */
export function titleOfFile(name: string): string {
  return name
    .replace(/\.pdf$/i, '')
    .replace(/[-_+\s]+/g, ' ')
    .trim();
}

/** Letters of the fingerprint in the address of a file that is on no site. */
const FINGERPRINT = 16;

/**
 * The address of a PDF that came from the user's disk, under which the same file is found again. It names no folder.
 *
 * @param hash of its bytes, in hexadecimal figures
 */
export function addressOfFile(hash: string, name: string): string {
  const plain =
    name
      .replace(/[\\/\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'file.pdf';
  return `file:///${hash.slice(0, FINGERPRINT)}/${encodeURIComponent(plain)}`;
}
