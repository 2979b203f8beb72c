/** Names the image files of Markdown exports. */

import type { ExportArticle } from './export-types.ts';
import { withInlinedImages } from './pictures/carried-pictures.ts';
import { cleanDrawing } from './pictures/clean-svg.ts';
import { isDrawing, RASTER_ENDINGS, rasterType } from './pictures/picture-type.ts';

/** The folder of all pictures of an export. */
const FOLDER = 'pictures';

export interface PictureFile {
  /** Source address, as in the article. */
  source: string;
  /** Path relative to the Markdown file; only letters, digits, dashes and a dot. */
  path: string;
  blob: Blob;
}

/** Length of the part of an article's id that prefixes its images' names, so that two exports can share a folder. */
const ID_PREFIX_LENGTH = 12;

/** Names the images of one export. */
export class PictureNames {
  readonly #taken = new Set<string>();

  /** The images of an article whose content has a valid image type; others remain links. */
  async filesOf(article: ExportArticle): Promise<PictureFile[]> {
    const id = article.id.replace(/[^a-z0-9]/gi, '').slice(0, ID_PREFIX_LENGTH) || 'article';
    const files: PictureFile[] = [];
    let number = 0;
    for (const [source, picture] of withInlinedImages(article.html, article.images)) {
      const type = await rasterType(picture);
      const drawing = type === null && isDrawing(picture) ? await cleanDrawing(picture) : null;
      if (type === null && drawing === null) continue;
      const ending = type === null ? 'svg' : (RASTER_ENDINGS[type] ?? 'img');
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
