import type { LanguageCode } from '../../../../utils/languages/language-code.ts';
import cs from './words/cs.json' with { type: 'json' };
import da from './words/da.json' with { type: 'json' };
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import no from './words/no.json' with { type: 'json' };
import pl from './words/pl.json' with { type: 'json' };
import pt from './words/pt.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import sv from './words/sv.json' with { type: 'json' };
import tr from './words/tr.json' with { type: 'json' };
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

export const PAPERS: Readonly<Record<LanguageCode, PaperWords>> = {
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  nl,
  no,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
};
