/** Names the image files of Markdown exports. */

import type { ExportArticle } from './export-types.ts';
import { withInlinedImages } from './pictures/carried-pictures.ts';
import { sanitiseSvgBlob } from './pictures/clean-svg.ts';
import { detectRasterType, isSvg, RASTER_EXTENSIONS } from './pictures/picture-type.ts';

/** The folder of all pictures of an export. */
const IMAGE_FOLDER = 'pictures';

export interface ImageFile {
  /** Source address, as in the article. */
  source: string;
  /** Path relative to the Markdown file; only letters, digits, dashes and a dot. */
  path: string;
  blob: Blob;
}

/** Length of the part of an article's id that prefixes its images' names, so that two exports can share a folder. */
const ID_PREFIX_LENGTH = 12;

/** Names the images of one export. */
export class ImageNames {
  readonly #usedPaths = new Set<string>();

  /** The images of an article whose content has a valid image type; others remain links. */
  async nameImages(article: ExportArticle): Promise<ImageFile[]> {
    const id = article.id.replace(/[^a-z0-9]/gi, '').slice(0, ID_PREFIX_LENGTH) || 'article';
    const files: ImageFile[] = [];
    let index = 0;
    for (const [source, image] of withInlinedImages(article.html, article.images)) {
      const type = await detectRasterType(image);
      const svg = type === null && isSvg(image) ? await sanitiseSvgBlob(image) : null;
      if (type === null && svg === null) continue;
      const extension = type === null ? 'svg' : (RASTER_EXTENSIONS[type] ?? 'img');
      let path: string;
      do {
        index += 1;
        path = `${IMAGE_FOLDER}/${id}-${index}.${extension}`;
      } while (this.#usedPaths.has(path.toLowerCase()));
      this.#usedPaths.add(path.toLowerCase());
      files.push({ source, path, blob: svg ?? image });
    }
    return files;
  }
}
