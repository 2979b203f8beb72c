import { BOOKS } from '../../../utils/clutter/phrases/books.ts';
import { learnPhrases } from '../../../utils/clutter/phrases/read-cues.ts';

// As in an article whose language nobody can name.
learnPhrases(Object.values(BOOKS));
