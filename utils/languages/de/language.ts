import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { german as quoting } from './quoting.ts';

export const german: Language = { code: 'de', boilerplate, begging, quoting };
