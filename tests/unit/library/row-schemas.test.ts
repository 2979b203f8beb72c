import type { GenericSchema, InferOutput } from 'valibot';
import { expect, it } from 'vitest';
import type * as articles from '../../../utils/library/restore/article-schemas.ts';
import type * as shelf from '../../../utils/library/restore/shelf-schemas.ts';
import type * as rows from '../../../utils/library/types.ts';
import type * as marks from '../../../utils/library/user-types.ts';
import type { StoryRow } from '../../../utils/stories/story-types.ts';

/** Fields of a row that its schema does not know: a restored backup would lose them. */
type Lost<Row, Schema extends GenericSchema> = Exclude<keyof Row, keyof InferOutput<Schema>>;

/** The compiler refuses this where a schema lacks a field, and names it; `views` are derived. */
const LOST: Record<
  | Exclude<Lost<rows.ArticleRow, typeof articles.ARTICLE>, 'views'>
  | Lost<rows.ContentRow, typeof articles.CONTENT>
  | Lost<rows.SavedQuote, typeof articles.QUOTE>
  | Lost<rows.VersionRow, typeof articles.VERSION>
  | Lost<rows.ImageRow, typeof articles.IMAGE>
  | Lost<marks.HighlightRow, typeof articles.HIGHLIGHT>
  | Lost<marks.CorrectionRow, typeof articles.CORRECTION>
  | Lost<rows.ListRow, typeof shelf.LIST>
  | Lost<marks.TagRow, typeof shelf.TAG>
  | Lost<marks.SmartListRow, typeof shelf.SMART_LIST>
  | Lost<marks.PersonRow, typeof shelf.PERSON>
  | Lost<marks.AliasRow, typeof shelf.ALIAS>
  | Lost<marks.SpeakerRow, typeof shelf.SPEAKER>
  | Lost<StoryRow, typeof shelf.STORY>,
  string
> = {};

it('a backup’s schemas know every field of their rows', () => {
  expect(LOST).toEqual({});
});
