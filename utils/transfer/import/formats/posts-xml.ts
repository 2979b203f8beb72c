import { toImportRecord } from '../field-format.ts';
import type { FileFormat } from '../format-types.ts';
import { filterOpenTags, type HtmlToken, type OpenTag, readTokens } from '../parsing/html-tokens.ts';
import { toRow } from '../parsing/rows.ts';
import { PINBOARD_FIELDS } from './field-table.ts';

const filterPosts = (tokens: readonly HtmlToken[]): OpenTag[] =>
  filterOpenTags(tokens).filter(({ tag, attributes }) => tag === 'post' && attributes.has('href'));

/**
 * Pinboard's XML, formerly that of Delicious: `<posts user><post href time description extended tag toread/></posts>`.
 */
export const PINBOARD_XML: FileFormat<'pinboard'> = {
  name: 'pinboard',
  matches: (head) =>
    head.kind === 'markup' &&
    filterOpenTags(head.tokens)[0]?.tag === 'posts' &&
    filterPosts(head.tokens).length > 0,
  read: async function* (file) {
    let count = 0;
    for await (const token of readTokens(file))
      for (const { attributes } of filterPosts([token]))
        yield toImportRecord(toRow(Object.fromEntries(attributes)), String(++count), {
          fields: PINBOARD_FIELDS,
        });
  },
};
