import { ALL_LANGUAGES } from '../../../utils/quotes/languages/all-languages.ts';
import { learnLanguages } from '../../../utils/quotes/model/lexicon.ts';

// Articles of these tests are in any language.
learnLanguages(ALL_LANGUAGES);
