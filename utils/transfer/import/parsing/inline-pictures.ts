import { TransferError } from '../../transfer-error.ts';
import type { ArchiveFile } from '../format-types.ts';

/** Inlines the images that an archive keeps beside an article into its HTML. */

/** Maximum total length of an article's inlined images, since longer articles are rejected (UTF-16 units). */
const MAX_PICTURES_LENGTH = 3_000_000;

/** Types of images that can be inlined, by file extension. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

async function dataUrlOf(file: ArchiveFile, room: number): Promise<string> {
  const type = TYPES[/\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''];
  if (type === undefined) return '';
  try {
    const blob = await file.open();
    return blob.size * (4 / 3) > room
      ? ''
      : `data:${type};base64,${base64Of(new Uint8Array(await blob.arrayBuffer()))}`;
  } catch (error) {
    if (error instanceof TransferError) return '';
    throw error;
  }
}

/**
 * Inlines images into an article.
 *
 * @param html the article
 * @param pattern matches names of images in it; must be global
 * @param fileOf returns the file of a name
 * @returns the HTML with inlined images; missing, damaged or too large ones get an empty address
 */
export async function inlinePictures(
  html: string,
  pattern: RegExp,
  fileOf: (name: string) => ArchiveFile | undefined,
): Promise<string> {
  const pieces: string[] = [];
  const known = new Map<string, string>();
  let room = MAX_PICTURES_LENGTH;
  let from = 0;
  for (const found of html.matchAll(pattern)) {
    const [name] = found;
    const file = fileOf(name);
    const picture = known.get(name) ?? (file === undefined ? '' : await dataUrlOf(file, room));
    known.set(name, picture);
    const fits = picture.length <= room;
    if (fits) room -= picture.length;
    pieces.push(html.slice(from, found.index), fits ? picture : '');
    from = found.index + name.length;
  }
  return pieces.join('') + html.slice(from);
}

/**
 * Removes inlined images from a page, chunk by chunk, after a maximum total length, so that the text can be imported.
 */

/** The beginning of an inlined image. */
const BEGIN = 'src="data:';

export class PictureBudget {
  #room: number;
  /** Text held back: an image that continues in the next chunk, or what may be the beginning of one. */
  #held = '';
  #inPicture = false;
  #isDropped = false;
  #dropped = 0;

  /** @param room maximum total length of the images in UTF-16 units; further images get an empty address */
  constructor(room: number) {
    this.#room = room;
  }

  /** The number of images dropped. */
  get dropped(): number {
    return this.#dropped;
  }

  /**
   * Processes a chunk.
   *
   * @returns the part of the page that is complete
   */
  push(piece: string): string {
    const kept: string[] = [];
    let text = this.#inPicture ? piece : this.#held + piece;
    if (!this.#inPicture) this.#held = '';
    while (text !== '') {
      if (this.#inPicture) {
        const end = text.indexOf('"');
        this.#hold(end === -1 ? text : text.slice(0, end));
        if (end === -1) break;
        kept.push(this.end());
        text = text.slice(end);
      }
      const begin = text.indexOf(BEGIN);
      if (begin === -1) {
        // The beginning of an image may be split between chunks.
        const whole = Math.max(0, text.length - BEGIN.length + 1);
        kept.push(text.slice(0, whole));
        this.#held = text.slice(whole);
        break;
      }
      const from = begin + 'src="'.length;
      kept.push(text.slice(0, from));
      text = text.slice(from);
      this.#inPicture = true;
    }
    return kept.join('');
  }

  #hold(part: string): void {
    this.#isDropped ||= this.#held.length + part.length > this.#room;
    this.#held = this.#isDropped ? '' : this.#held + part;
  }

  /**
   * Processes the end.
   *
   * @returns the rest of the page
   */
  end(): string {
    const held = this.#held;
    if (this.#inPicture) this.#room -= held.length;
    if (this.#isDropped) this.#dropped += 1;
    this.#held = '';
    this.#inPicture = false;
    this.#isDropped = false;
    return held;
  }
}
