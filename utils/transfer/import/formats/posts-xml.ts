import { recordOf } from '../field-format.ts';
import type { FileFormat } from '../format-types.ts';
import { type HtmlToken, type OpenTag, openTags, readTokens } from '../parsing/html-tokens.ts';
import { rowOfJson } from '../parsing/rows.ts';
import { PINBOARD } from './field-table.ts';

const postsIn = (tokens: readonly HtmlToken[]): OpenTag[] =>
  openTags(tokens).filter(({ tag, attributes }) => tag === 'post' && attributes.has('href'));

/** Pinboard's XML, formerly that of Delicious: `<posts user><post href time description extended tag toread/></posts>`. */
export const POSTS_XML: FileFormat<'pinboard'> = {
  name: 'pinboard',
  fits: (head) =>
    head.kind === 'markup' && openTags(head.tokens)[0]?.tag === 'posts' && postsIn(head.tokens).length > 0,
  read: async function* (file) {
    let count = 0;
    for await (const token of readTokens(file))
      for (const { attributes } of postsIn([token]))
        yield recordOf(rowOfJson(Object.fromEntries(attributes)), String(++count), { fields: PINBOARD });
  },
};
