import { BOILERPLATE_BOOKS } from '../../utils/article/boilerplate/books.ts';
import { learnBoilerplate } from '../../utils/article/boilerplate-phrases.ts';
import { PHRASE_BOOKS } from '../../utils/clutter/phrases/books.ts';
import { learnPhrases } from '../../utils/clutter/phrases/read-cues.ts';

// Before each test file: as in an article whose language nobody can name.
learnPhrases(Object.values(PHRASE_BOOKS));
learnBoilerplate(Object.values(BOILERPLATE_BOOKS));
