import type { Language } from '../language.ts';
import { begging } from './begging.ts';
import { boilerplate } from './boilerplate.ts';
import { portuguese as quoting } from './quoting.ts';

export const portuguese: Language = { code: 'pt', boilerplate, begging, quoting };
