/** Pictures that lie beside Markdown files. */

import type { ExportArticle } from './export-types.ts';
import { withCarried } from './pictures/carried-pictures.ts';
import { cleanDrawing } from './pictures/clean-svg.ts';
import { isDrawing, pixelType } from './pictures/picture-type.ts';

/** The folder of all pictures of an export. */
const FOLDER = 'pictures';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

export interface PictureFile {
  /** Source address, as in the article. */
  source: string;
  /** Path beside the Markdown file; letters, digits, dashes and a stop. */
  path: string;
  blob: Blob;
}

/** Characters of an article's id that its pictures' names begin with, so that two exports can lie in one folder. */
const ID_PART = 12;

/** Names for the pictures of one export. */
export class PictureNames {
  readonly #taken = new Set<string>();

  /** The pictures of an article that are what they say; others stay links. */
  async filesOf(article: ExportArticle): Promise<PictureFile[]> {
    const id = article.id.replace(/[^a-z0-9]/gi, '').slice(0, ID_PART) || 'article';
    const files: PictureFile[] = [];
    let number = 0;
    for (const [source, picture] of withCarried(article.html, article.images)) {
      const type = await pixelType(picture);
      const drawing = type === null && isDrawing(picture) ? await cleanDrawing(picture) : null;
      if (type === null && drawing === null) continue;
      const ending = type === null ? 'svg' : (ENDINGS[type] ?? 'img');
      let path: string;
      do {
        number += 1;
        path = `${FOLDER}/${id}-${number}.${ending}`;
      } while (this.#taken.has(path.toLowerCase()));
      this.#taken.add(path.toLowerCase());
      files.push({ source, path, blob: drawing ?? picture });
    }
    return files;
  }
}
