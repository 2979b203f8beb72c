import { GIVEN, hasClass, PERSON, TITLE } from '../../model/lexicon.ts';
import { readApposition, readClause, readRolesBefore } from '../../model/read-roles.ts';
import { type Role, rankHead } from '../../model/role-phrase.ts';
import type { Mention, Token } from '../../model/token.ts';
import type { Lexicon } from '../../model/types.ts';

/** "46-year-old", "36-Jährige", "15-årige": a number and a word written together. */
const AGED = /^(\d{1,3})[-‑]\p{L}{3}/u;
/** German nouns made of adjectives: "der Beauftragte", "ein Beauftragter". */
const ADJECTIVAL = /^(\p{L}{4,}(?:t|ig|end)e)[rns]$/u;

/** One key for all forms of a noun that describes somebody; an age has its number. */
export function descriptionKey(noun: string, { fold, code }: Lexicon): string {
  const age = AGED.exec(noun)?.[1];
  if (age) return age;
  return fold(code === 'de' ? noun.replace(ADJECTIVAL, '$1') : noun);
}

/** Longer words are no role; in UTF-16 units. */
const LONGEST = 300;

/** Words from which a role by a noun that is no office ("lecturer from Nottingham") tells what somebody is known for. */
const TELLING = 3;

/**
 * Is what stands at a name surely its bearer's role? At least 97 in 100 of those are that let through: a noun that is
 * known for an office, or one for people with a complement, in the nominative, beside a name of two words or more. The
 * figures are in tools/fit/README.md.
 */
function isSureRole(tokens: readonly Token[], mention: Mention, role: Role, lexicon: Lexicon): boolean {
  const head = tokens[role.head];
  if (!head || mention.last === mention.nameFirst || rankHead(tokens, role.head, lexicon, true) < 2)
    return false;
  const { tag } = head;
  if (tag && ((tag.pos !== 'NOUN' && tag.pos !== 'PROPN') || tag.case === 'obl')) return false;
  if (hasClass(head, TITLE)) return true;
  return hasClass(head, PERSON) && role.last - role.first + 1 >= TELLING;
}

/** What a text says of somebody. */
interface Entry {
  person: number;
  text: string;
  score: number;
  /** Where the noun stands, the same for all who claim it; null where there is none. */
  noun: string | null;
  /** The noun (`descriptionKey`); the empty string where there is none. */
  word: string;
  /** A known given name leads the name. */
  given: boolean;
  /** May be shown. */
  sure: boolean;
  /** Its offset in the text, where it stands beside the name and means nobody else. */
  beside: number;
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
    const apposition = mention.possessive ? null : readApposition(tokens, mention, lexicon);
    if (apposition) roles.push(apposition);
    for (const role of roles.splice(0)) this.add(person, text, tokens, mention, role, less, true);
    if (!mention.possessive) {
      const clause = readClause(tokens, mention, lexicon);
      if (clause) roles.push(clause);
    }
    for (const role of roles) this.add(person, text, tokens, mention, role, less);
  }

  private add(
    person: number,
    text: string,
    tokens: readonly Token[],
    mention: Mention,
    role: Role,
    less: number,
    beside = false,
  ): void {
    const { lexicon } = this;
    const start = tokens[role.first]?.start ?? 0;
    const last = tokens[role.last];
    if (!last || last.end - start > LONGEST) return;
    const end = last.possessive ? last.start + last.text.length : last.end;
    if (start >= end) return;
    // Headline and text are counted apart by what is taken off.
    const at = role.head < 0 ? -1 : (tokens[role.head]?.start ?? -1);
    const noun = at < 0 ? null : `${less} ${at}`;
    this.entries.push({
      person,
      text: text.slice(start, end),
      score: role.score - less,
      noun,
      word: descriptionKey(tokens[role.head]?.lower ?? '', lexicon),
      given: (lexicon.classOf(tokens[mention.nameFirst]?.lower ?? '') & GIVEN) !== 0,
      sure: isSureRole(tokens, mention, role, lexicon),
      beside: beside && less === 0 ? at : -1,
    });
  }

  /**
   * For each person that has one, the role in the article's own words. One noun says it of one person: of "the head of
   * Greenpeace, Dana Reed" the longer phrase is right, and Greenpeace is no head.
   *
   * @param onlySure what may be shown; all others are only hints at who is meant
   */
  choose(onlySure = false): Map<number, string> {
    const owners = this.findOwners();
    const best = new Map<number, Entry>();
    for (const entry of this.entries) {
      if (onlySure && !entry.sure) continue;
      const owner = entry.noun === null ? entry : owners.get(entry.noun);
      if (owner?.person !== entry.person || entry.score <= (best.get(entry.person)?.score ?? 0)) continue;
      best.set(entry.person, entry);
    }
    return new Map([...best].map(([person, { text }]) => [person, text]));
  }

  /** For each person the nouns that describe them anywhere in the article (`descriptionKey`), with how often each does. */
  descriptions(): Map<number, Map<string, number>> {
    const owners = this.findOwners();
    const found = new Map<number, Map<string, number>>();
    for (const { person, noun, word } of this.entries) {
      if (noun === null || word === '' || owners.get(noun)?.person !== person) continue;
      const words = found.get(person) ?? new Map<string, number>();
      found.set(person, words.set(word, (words.get(word) ?? 0) + 1));
    }
    return found;
  }

  /** Whom nouns beside names mean, by their offset in the text: "the harbour master, Dana Reed". */
  nouns(): Map<number, number> {
    const owned = [...this.findOwners().values()].filter(({ beside }) => beside >= 0);
    return new Map(owned.map(({ beside, person }) => [beside, person]));
  }

  /** Who claims each noun with the longest phrase, of equals whoever has a given name. */
  private findOwners(): Map<string, Entry> {
    const owners = new Map<string, Entry>();
    for (const entry of this.entries) {
      const owner = entry.noun === null ? undefined : owners.get(entry.noun);
      if (entry.noun === null) continue;
      const more = owner ? entry.text.length - owner.text.length : 1;
      // "on Harbor's Politics Today, the union president, Dana Reed, said": of two names the one that is a person's.
      if (more > 0 || (more === 0 && entry.given && owner?.given === false)) owners.set(entry.noun, entry);
    }
    return owners;
  }
}
