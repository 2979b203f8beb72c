import type { LanguageCode } from '../../../../utils/languages/language-code.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import pl from './words/pl.json' with { type: 'json' };
import uk from './words/uk.json' with { type: 'json' };

interface Asked {
  head?: string[];
  line: string[];
  button: string[];
  note?: string[];
}

/** What an invented paper prints and begs with in one language; written without a look at the phrase books. */
export interface PaperWords {
  /** An article about something else. */
  prose: string[];
  /** News about newsletters, subscriptions and gifts. */
  told: string[];
  newsletter: Required<Asked>;
  subscribe: Asked;
  donate: Asked;
  app: Asked;
  /** What stands in a field for an address. */
  email: string;
}

export const MADE_LANGUAGES = ['de', 'en', 'fr', 'pl', 'uk'] as const satisfies readonly LanguageCode[];

export const PAPERS: Readonly<Record<(typeof MADE_LANGUAGES)[number], PaperWords>> = { de, en, fr, pl, uk };
