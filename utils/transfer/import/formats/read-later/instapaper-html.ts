import type { FileFormat } from '../../format-types.ts';
import { readLinkHtml } from '../bookmarks/link-html.ts';

/** Instapaper's HTML: `<title>Instapaper: Export</title>`, and for each folder `<h1>Unread</h1><ol><li><a href>`. */
export const INSTAPAPER_HTML: FileFormat<'instapaperHtml'> = {
  name: 'instapaperHtml',
  fits: (head) => head.kind === 'markup' && /<title>\s*instapaper\b/i.test(head.text.slice(0, 4096)),
  read: readLinkHtml,
};
