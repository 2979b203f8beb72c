import { GIVEN_NAME, hasClass, PERSON_NOUN, TITLE } from '../../model/lexicon.ts';
import { parseApposition, parseRolesBefore } from '../../model/parse-roles.ts';
import { isRoleNoun, type Role } from '../../model/role-phrase.ts';
import type { Mention, Token } from '../../model/token.ts';
import type { Lexicon } from '../../model/types.ts';

/** "46-year-old", "36-Jährige", "15-årige": a number and a word joined by a hyphen. */
const AGE = /^(\d{1,3})[-‑]\p{L}{3}/u;
/** German nominalised adjectives: "der Beauftragte", "ein Beauftragter". */
const ADJECTIVAL = /^(\p{L}{4,}(?:t|ig|end)e)[rns]$/u;

/** Returns the same key for all forms of a noun; for an age, its number. */
export function descriptionKey(noun: string, { stem, code }: Lexicon): string {
  const age = AGE.exec(noun)?.[1];
  if (age) return age;
  return stem(code === 'de' ? noun.replace(ADJECTIVAL, '$1') : noun);
}

/** Maximum length of a role, in UTF-16 units. */
const MAX_ROLE_LENGTH = 300;

/** Minimum length of an informative role whose noun is not an office ("lecturer from Nottingham"), in words. */
const MIN_ROLE_WORDS = 3;

/**
 * Whether a phrase next to a name is certainly a role: a known noun for an office, or a noun for people with a
 * complement, in the nominative, next to a name of at least two words. At least 97 % of those accepted are right
 * (figures in tools/fit/README.md).
 */
function isSureRole(tokens: readonly Token[], mention: Mention, role: Role, lexicon: Lexicon): boolean {
  const head = tokens[role.head];
  if (!head || mention.last === mention.nameFirst || !isRoleNoun(tokens, role.head, lexicon, true))
    return false;
  const { tag } = head;
  if (tag && ((tag.pos !== 'NOUN' && tag.pos !== 'PROPN') || tag.case === 'obl')) return false;
  if (hasClass(head, TITLE)) return true;
  return hasClass(head, PERSON_NOUN) && role.last - role.first + 1 >= MIN_ROLE_WORDS;
}

/** One description of a person in a text. */
interface Entry {
  person: number;
  text: string;
  score: number;
  /** Identifies the occurrence of the noun, to detect competing claims. */
  nounId: string;
  /** The noun (`descriptionKey`). */
  nounKey: string;
  /** Whether the name begins with a known given name. */
  hasGivenName: boolean;
  /** Whether it may be shown. */
  isSure: boolean;
  /** Offset of the noun; -1 in the headline. */
  adjacentOffset: number;
}

/**
 * Collects the descriptions of an article's people. The most informative role is shown, the first one if several are
 * equal.
 */
export class RoleCollector {
  private readonly entries: Entry[] = [];
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads the context of one mention. `penalty` is subtracted from the score, because a headline is less informative. */
  read(person: number, text: string, tokens: readonly Token[], mention: Mention, penalty = 0): void {
    const { lexicon } = this;
    const roles = parseRolesBefore(tokens, mention, lexicon);
    const apposition = mention.isPossessive ? null : parseApposition(tokens, mention, lexicon);
    if (apposition) roles.push(apposition);
    for (const role of roles) this.add(person, text, tokens, mention, role, penalty);
  }

  private add(
    person: number,
    text: string,
    tokens: readonly Token[],
    mention: Mention,
    role: Role,
    penalty: number,
  ): void {
    const { lexicon } = this;
    const start = tokens[role.first]?.start ?? 0;
    const last = tokens[role.last];
    if (!last || last.end - start > MAX_ROLE_LENGTH) return;
    const end = last.isPossessive ? last.start + last.text.length : last.end;
    // `penalty` distinguishes the nouns of the headline from those of the text.
    const at = tokens[role.head]?.start ?? -1;
    this.entries.push({
      person,
      text: text.slice(start, end),
      score: role.score - penalty,
      nounId: `${penalty} ${at}`,
      nounKey: descriptionKey(tokens[role.head]?.lower ?? '', lexicon),
      hasGivenName: (lexicon.classesOf(tokens[mention.nameFirst]?.lower ?? '') & GIVEN_NAME) !== 0,
      isSure: isSureRole(tokens, mention, role, lexicon),
      adjacentOffset: penalty === 0 ? at : -1,
    });
  }

  /**
   * Chooses the role of each person who has one, in the article's own words. Each noun belongs to one person: in "the
   * head of Greenpeace, Dana Reed" the longer phrase wins, so Greenpeace is not a head.
   *
   * @param onlySure whether to include only roles that may be shown; the others only help to resolve nouns
   */
  choose(onlySure = false): Map<number, string> {
    const owners = this.findOwners();
    const best = new Map<number, Entry>();
    for (const entry of this.entries) {
      if (onlySure && !entry.isSure) continue;
      if (
        owners.get(entry.nounId)?.person !== entry.person ||
        entry.score <= (best.get(entry.person)?.score ?? 0)
      )
        continue;
      best.set(entry.person, entry);
    }
    return new Map([...best].map(([person, { text }]) => [person, text]));
  }

  /** How often each noun (`descriptionKey`) describes each person in the article. */
  descriptions(): Map<number, Map<string, number>> {
    const owners = this.findOwners();
    const found = new Map<number, Map<string, number>>();
    for (const { person, nounId, nounKey } of this.entries) {
      if (owners.get(nounId)?.person !== person) continue;
      const words = found.get(person) ?? new Map<string, number>();
      found.set(person, words.set(nounKey, (words.get(nounKey) ?? 0) + 1));
    }
    return found;
  }

  /** The person that each noun next to a name refers to, by the noun's offset: "the harbour master, Dana Reed". */
  nouns(): Map<number, number> {
    const owned = [...this.findOwners().values()].filter(({ adjacentOffset }) => adjacentOffset >= 0);
    return new Map(owned.map(({ adjacentOffset, person }) => [adjacentOffset, person]));
  }

  /** The owner of each noun: the entry with the longest phrase, and among equals one with a given name. */
  private findOwners(): Map<string, Entry> {
    const owners = new Map<string, Entry>();
    for (const entry of this.entries) {
      const owner = owners.get(entry.nounId);
      const more = owner ? entry.text.length - owner.text.length : 1;
      // "on Harbor's Politics Today, the union president, Dana Reed, said": of two names, the one of a person.
      if (more > 0 || (more === 0 && entry.hasGivenName && owner?.hasGivenName === false))
        owners.set(entry.nounId, entry);
    }
    return owners;
  }
}
