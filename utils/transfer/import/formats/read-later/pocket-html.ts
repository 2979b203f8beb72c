import type { FileFormat } from '../../format-types.ts';
import { readLinkHtml } from '../bookmarks/link-html.ts';

/** Pocket's HTML: `<h1>Unread</h1><ul><li><a href time_added tags>`. */
export const POCKET_HTML: FileFormat<'pocketHtml'> = {
  name: 'pocketHtml',
  fits: (head) =>
    head.kind === 'markup' &&
    head.tokens.some(
      (token) => token.kind === 'open' && token.tag === 'a' && token.attributes.has('time_added'),
    ),
  read: readLinkHtml,
};
