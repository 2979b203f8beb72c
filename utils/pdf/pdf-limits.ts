/** Limits for one PDF. A complete edition of a newspaper is within them; a scanned archive is not. */
export const PDF_LIMITS = {
  /** Maximum size of the file. */
  bytes: 60 * 2 ** 20,
  /** Maximum number of pages; a longer file is a book. */
  pages: 300,
  /** Maximum time to read the whole file, in milliseconds. */
  time: 120_000,
  /** Maximum time to render a page, in milliseconds; a map of a whole town takes less. */
  drawTime: 10_000,
  /** Maximum time to fetch the file, in milliseconds. */
  fetchTime: 90_000,
  /** Maximum total length of the `data:` URLs of all rendered pages. */
  pictures: 6_000_000,
} as const;

/** The signature may be anywhere in the first bytes of a file (ISO 32000-1, annex H.3.4.1). */
const SIGNATURE_RANGE = 1024;

/** Whether a file has the signature of a PDF. */
export async function isPdf(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, SIGNATURE_RANGE).arrayBuffer());
  return String.fromCharCode(...head).includes('%PDF-');
}

/** The file name in an address. */
export function fileNameOf(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || 'file.pdf';
  } catch {
    // Invalid percent-encoding.
    return name;
  }
}

/**
 * Whether a tab seems to show a PDF, judging by its address and title, because extensions have no access to the browser's
 * viewer.
 */
export function looksLikePdf(url: string, title: string): boolean {
  if (!/^(?:https?|file):/.test(url) || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  if (/\.pdf$/i.test(pathname) || /\.pdf(?:&|$)/i.test(search)) return true;
  return /\.pdf$/i.test(title.trim()) || /\/pdf\//i.test(pathname);
}
