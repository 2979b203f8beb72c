import type { Lexicon } from '../model/lexicon.ts';
import type { Mention } from '../model/mentions.ts';
import { readAffiliation, readApposition } from '../model/roles/read-after.ts';
import { readAside } from '../model/roles/read-aside.ts';
import { readRolesBefore } from '../model/roles/read-before.ts';
import { readClause, readNextSentence } from '../model/roles/read-clause.ts';
import type { Role } from '../model/roles/role-phrase.ts';
import type { Token } from '../model/tokens.ts';

/** Longer words are no role; in UTF-16 units. */
const LONGEST = 300;

/** How much a role in brackets tells. */
const ASIDE = 3;

/** What a text says of somebody. */
interface Entry {
  person: number;
  text: string;
  score: number;
  /** Where the noun stands, the same for all who claim it; null where there is none. */
  noun: string | null;
}

/** What an article says of its people, gathered name by name. The fullest role is shown, of equals the first. */
export class RoleBook {
  private readonly entries: Entry[] = [];
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads what stands around one name of somebody. `less` is taken off the score: a headline tells less. */
  read(person: number, text: string, tokens: readonly Token[], mention: Mention, less = 0): void {
    const { lexicon } = this;
    const roles = readRolesBefore(tokens, mention, lexicon);
    if (!mention.possessive) {
      const after = [
        readApposition(tokens, mention, lexicon),
        readClause(tokens, mention, lexicon),
        readNextSentence(tokens, mention, lexicon),
        readAffiliation(tokens, mention, lexicon),
      ];
      for (const role of after) if (role) roles.push(role);
      const aside = readAside(text, tokens[mention.last]?.end ?? text.length, lexicon);
      if (aside)
        this.entries.push({
          person,
          text: text.slice(aside.start, aside.end),
          score: ASIDE - less,
          noun: null,
        });
    }
    for (const role of roles) this.add(person, text, tokens, role, less);
  }

  private add(person: number, text: string, tokens: readonly Token[], role: Role, less: number): void {
    const start = tokens[role.first]?.start ?? 0;
    const last = tokens[role.last];
    if (!last || last.end - start > LONGEST) return;
    const end = last.possessive ? last.start + last.text.length : last.end;
    if (start >= end) return;
    // Headline and text are counted apart by what is taken off.
    const noun = role.head < 0 ? null : `${less} ${tokens[role.head]?.start}`;
    this.entries.push({ person, text: text.slice(start, end), score: role.score - less, noun });
  }

  /**
   * For each person that has one, the role in the article's own words. One noun says it of one person: of "the head of
   * Greenpeace, Dana Reed" the longer phrase is right, and Greenpeace is no head.
   */
  choose(): Map<number, string> {
    const owners = new Map<string, Entry>();
    for (const entry of this.entries) {
      const owner = entry.noun === null ? undefined : owners.get(entry.noun);
      if (entry.noun !== null && (!owner || owner.text.length < entry.text.length))
        owners.set(entry.noun, entry);
    }
    const best = new Map<number, Entry>();
    for (const entry of this.entries) {
      const owner = entry.noun === null ? entry : owners.get(entry.noun);
      if (owner?.person !== entry.person || entry.score <= (best.get(entry.person)?.score ?? 0)) continue;
      best.set(entry.person, entry);
    }
    return new Map([...best].map(([person, { text }]) => [person, text]));
  }
}
