import type { LanguageData } from '../model/types.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';

/** Every language without capitals, for code that may read articles in any of them. */
export const UNCASED_LANGUAGES: readonly LanguageData[] = [
  { code: 'ar', uncased: arabic },
  { code: 'ja', uncased: japanese },
  { code: 'zh', uncased: chinese },
  { code: 'ko', uncased: korean },
];
