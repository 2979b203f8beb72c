import { ALL_LANGUAGES } from '../../../utils/quotes/languages/all-languages.ts';
import { registerLanguages } from '../../../utils/quotes/model/lexicon.ts';

// Articles of these tests are in any language.
registerLanguages(ALL_LANGUAGES);
