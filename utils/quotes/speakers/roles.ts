import type { Lexicon } from '../model/lexicon.ts';
import type { Mention } from '../model/mentions.ts';
import { readAffiliation, readApposition } from '../model/roles/read-after.ts';
import { readRolesBefore } from '../model/roles/read-before.ts';
import { readClause, readNextSentence } from '../model/roles/read-clause.ts';
import type { Role } from '../model/roles/role-phrase.ts';
import type { Token } from '../model/tokens.ts';

/** Longer words are no role; in UTF-16 units. */
const LONGEST = 300;

/** What an article says of its people, gathered name by name. The fullest role is shown, of equals the first. */
export class RoleBook {
  private readonly best = new Map<number, { text: string; score: number }>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads what stands around one name of somebody. `less` is taken off the score: a headline tells less. */
  read(person: number, text: string, tokens: readonly Token[], mention: Mention, less = 0): void {
    if (mention.possessive) {
      for (const role of readRolesBefore(tokens, mention, this.lexicon))
        this.add(person, text, tokens, role, less + 0.3);
      return;
    }
    for (const role of readRolesBefore(tokens, mention, this.lexicon))
      this.add(person, text, tokens, role, less);
    const after = [
      readApposition(tokens, mention, this.lexicon),
      readClause(tokens, mention, this.lexicon),
      readNextSentence(tokens, mention, this.lexicon),
      readAffiliation(tokens, mention, this.lexicon),
    ];
    for (const role of after) if (role) this.add(person, text, tokens, role, less);
  }

  private add(person: number, text: string, tokens: readonly Token[], role: Role, less: number): void {
    const start = tokens[role.first]?.start ?? 0;
    const last = tokens[role.last];
    if (!last || last.end - start > LONGEST) return;
    const end = last.possessive ? last.start + last.text.length : last.end;
    const score = role.score - less;
    if (start < end && score > (this.best.get(person)?.score ?? 0))
      this.best.set(person, { text: text.slice(start, end), score });
  }

  /** In the article's own words; null where it says nothing. */
  of(person: number): string | null {
    return this.best.get(person)?.text ?? null;
  }
}
