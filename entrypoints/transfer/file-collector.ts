import type { FilePart } from '../../utils/transfer/zip/zip-writer.ts';

/** Size in bytes at which pieces are combined into a blob, which the browser may store on disk. */
const PIECE = 16 * 2 ** 20;

/** Collects a file written in pieces without holding it in the page's memory. */
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
