/** A page of a PDF as it is read: runs of text with their places, in points (1/72 inch), measured from the top left. */

/** A run of text. */
export interface PdfRun {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Of the font. */
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  runs: readonly PdfRun[];
}

/** What the file says of itself; each may be missing, or be what the program that wrote it made up. */
export interface PdfFacts {
  title: string | null;
  author: string | null;
  /** As PDF writes dates: `D:20260512093000+02'00'`. */
  createdAt: string | null;
}

/** A line of text, or the part of it that stands in one column. */
export interface PdfLine {
  text: string;
  x: number;
  /** Where it ends. */
  right: number;
  y: number;
  size: number;
  /** From 0. */
  page: number;
}
