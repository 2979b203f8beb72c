import { recordOf } from '../field-format.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord } from '../import-types.ts';
import { type HtmlToken, HtmlTokens } from '../parsing/html-tokens.ts';
import { readText } from '../parsing/read-text.ts';
import { rowOfJson } from '../parsing/rows.ts';
import { PINBOARD } from './field-table.ts';

function isPost(token: HtmlToken): token is Extract<HtmlToken, { kind: 'open' }> {
  return token.kind === 'open' && token.tag === 'post' && token.attributes.has('href');
}

/** Pinboard's XML, formerly that of Delicious: `<posts user><post href time description extended tag toread/></posts>`. */
export const POSTS_XML: FileFormat<'pinboard'> = {
  name: 'pinboard',
  fits: (head) =>
    head.kind === 'markup' &&
    head.tokens.find((token) => token.kind === 'open')?.tag === 'posts' &&
    head.tokens.some(isPost),
  read: async function* (file) {
    const reader = new HtmlTokens();
    let count = 0;
    const recordsIn = (tokens: readonly HtmlToken[]): ImportRecord[] =>
      tokens
        .filter(isPost)
        .map(({ attributes }) =>
          recordOf(rowOfJson(Object.fromEntries(attributes)), String(++count), { fields: PINBOARD }),
        );
    for await (const piece of readText(file)) yield* recordsIn(reader.push(piece));
    yield* recordsIn(reader.end());
  },
};
