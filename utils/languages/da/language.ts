import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { commonWords } from './common-words.ts';
import { quoting } from './quoting.ts';

export const danish: Language = { code: 'da', commonWords, boilerplate, begging, quoting };
