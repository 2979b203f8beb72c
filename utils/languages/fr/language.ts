import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { french as quoting } from './quoting.ts';

export const french: Language = { code: 'fr', boilerplate, begging, quoting };
