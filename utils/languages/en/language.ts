import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { english as quoting } from './quoting.ts';

export const english: Language = { code: 'en', boilerplate, begging, quoting };
