import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { spanish as quoting } from './quoting.ts';

export const spanish: Language = { code: 'es', boilerplate, begging, quoting };
