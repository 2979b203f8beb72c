/** What is read of one PDF: a paper's whole edition stays below, a scanned archive does not. */
export const PDF_LIMITS = {
  /** Of the file. */
  bytes: 60 * 2 ** 20,
  /** With more it is a book. */
  pages: 300,
  /** Milliseconds for reading all of it. */
  time: 120_000,
  /** Milliseconds for drawing one page: a map of a whole town takes less. */
  drawTime: 10_000,
  /** Milliseconds for fetching it. */
  fetchTime: 90_000,
  /** Characters of all pictures of its pages together, as they are written into the article. */
  pictures: 6_000_000,
} as const;

/** Bytes in which a file says that it is a PDF: some have something before (ISO 32000-1, annex H.3.4.1). */
const HEAD = 1024;

/** Whether a file says that it is a PDF. */
export async function isPdf(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return String.fromCharCode(...head).includes('%PDF-');
}

/** The name of the file at an address. */
export function fileNameOf(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || 'file.pdf';
  } catch {
    // A lone per cent sign.
    return name;
  }
}

/** Whether a tab shows a PDF, as far as its address and title tell: a browser's viewer is closed to extensions. */
export function looksLikePdf(url: string, title: string): boolean {
  if (!/^(?:https?|file):/.test(url) || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  if (/\.pdf$/i.test(pathname) || /\.pdf(?:&|$)/i.test(search)) return true;
  return /\.pdf$/i.test(title.trim()) || /\/pdf\//i.test(pathname);
}
