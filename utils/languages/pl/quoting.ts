import type { QuotingWords } from '../quoting-words.ts';
import { grammar } from './grammar.ts';
import { names } from './names.ts';
import { people } from './people.ts';
import { sources } from './sources.ts';
import { things } from './things.ts';
import { verbs } from './verbs.ts';

/** Word lists for attributing quotes in Polish. */
export const quoting: QuotingWords = {
  code: 'pl',
  dropsSubjects: true,
  speechDashes: true,
  ...verbs,
  ...sources,
  ...grammar,
  ...people,
  ...things,
  ...names,
};
