import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { polish as quoting } from './quoting.ts';

export const polish: Language = { code: 'pl', boilerplate, begging, quoting };
