import type { FilePart } from '../../utils/transfer/zip-writer.ts';

/** Bytes after which pieces are handed to the browser as one blob, which it may keep on the disk. */
const PIECE = 16 * 2 ** 20;

/** Gathers a file that is written piece by piece, without holding it in the page's memory. */
export class FileCollector {
  #parts: FilePart[] = [];
  #loose = 0;
  #done: Blob[] = [];

  readonly sink = (part: FilePart): void => {
    this.#parts.push(part);
    this.#loose += part instanceof Blob ? 0 : part.length;
    if (this.#loose < PIECE) return;
    this.#done.push(new Blob(this.#parts));
    this.#parts = [];
    this.#loose = 0;
  };

  /** @param type media type of the file */
  finish(type: string): Blob {
    return new Blob([...this.#done, ...this.#parts], { type });
  }
}

/** How long the browser may take to open a blob that is saved, in ms, before its address is freed. */
const HOLD = 60_000;

/** Saves a file to the reader's downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), HOLD);
}
