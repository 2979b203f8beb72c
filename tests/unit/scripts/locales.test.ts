import { expect, it } from 'vitest';
import { type Locale, toBrowserMessages } from '../../../scripts/build/to-browser-messages.ts';

const ENGLISH: Locale = {
  '@saved': 'In the popup.',
  saved: 'Saved on {date} from {site}',
  removed: { one: 'Removed “{name}” from one article', other: 'Removed “{name}” from {count} articles' },
};

it('writes sentences as browsers read them, without the notes for translators', () => {
  expect(toBrowserMessages({ ...ENGLISH, plain: 'Save' }, { ...ENGLISH, plain: 'Save' })).toEqual({
    saved: {
      message: 'Saved on $DATE$ from $SITE$',
      placeholders: { date: { content: '$1' }, site: { content: '$2' } },
    },
    removed_one: {
      message: 'Removed “$NAME$” from one article',
      placeholders: { name: { content: '$2' } },
    },
    removed_other: {
      message: 'Removed “$NAME$” from $COUNT$ articles',
      placeholders: { name: { content: '$2' }, count: { content: '$1' } },
    },
    plain: { message: 'Save' },
  });
});

it('fills placeholders in the order of English, whatever order a language puts them in', () => {
  expect(toBrowserMessages({ saved: '{site}, {date}' }, ENGLISH).saved?.placeholders).toEqual({
    site: { content: '$2' },
    date: { content: '$1' },
  });
});
