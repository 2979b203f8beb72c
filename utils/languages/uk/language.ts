import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { ukrainian as quoting } from './quoting.ts';

export const ukrainian: Language = { code: 'uk', boilerplate, begging, quoting };
