import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { italian as quoting } from './quoting.ts';

export const italian: Language = { code: 'it', boilerplate, begging, quoting };
