import type { NamedParty, Party, UncasedGrammar } from './types.ts';

/** Maximum distance between a pronoun and its antecedent, in UTF-16 units. */
const MAX_PRONOUN_DISTANCE = 400;

/** Maximum number of different names per article; all pairs are compared. */
const MAX_NAMES = 200;

/** A speaker in the article. */
export interface Speaker {
  name: string;
  role: string | null;
  kind: 'person' | 'group' | 'role';
}

/** Collects all people named in the article, and resolves short names to full ones. */
export class UncasedPeople {
  readonly #names: NamedParty[] = [];
  readonly #roles = new Map<string, string>();
  readonly #houses = new Map<string, string>();
  /** All roles of each person, by full name. */
  readonly #held = new Map<string, Set<string>>();
  readonly #full = new Map<string, string>();

  readonly #grammar: UncasedGrammar;

  constructor(grammar: UncasedGrammar, text: string) {
    this.#grammar = grammar;
    const known = new Set<string>();
    for (const named of grammar.findNames(text)) {
      if (known.size >= MAX_NAMES && !known.has(named.name)) continue;
      known.add(named.name);
      this.#names.push(named);
    }
    if (grammar.shortForms) this.#readHouses(text, grammar.shortForms);
    for (const name of known) this.#full.set(name, this.#fullest(name, known));
    for (const { name, role } of this.#names) {
      const full = this.#full.get(name) ?? name;
      if (role !== null) this.#held.set(full, (this.#held.get(full) ?? new Set()).add(role));
      // The first role in an article is the complete one.
      if (role !== null && !this.#roles.has(full)) this.#roles.set(full, role);
    }
  }

  /** Full names and short ones. */
  get names(): ReadonlySet<string> {
    return new Set(this.#full.keys());
  }

  #readHouses(text: string, shortForms: RegExp): void {
    for (const [, full, short] of text.matchAll(shortForms)) {
      if (full !== undefined && short !== undefined && !this.#houses.has(short))
        this.#houses.set(short, full);
    }
  }

  #fullest(name: string, known: ReadonlySet<string>): string {
    let found: string | null = null;
    for (const full of known) {
      if (!this.#grammar.isShortFor(name, full)) continue;
      // Two people with the same family name: the name is ambiguous.
      if (found !== null && !this.#grammar.isShortFor(found, full) && !this.#grammar.isShortFor(full, found))
        return name;
      if (found === null || full.length > found.length) found = full;
    }
    return found ?? name;
  }

  /** Resolves a phrase at `at` to a speaker; null if it is ambiguous. */
  resolve(party: Party, at: number, last: Speaker | null): Speaker | null {
    switch (party.kind) {
      case 'person':
        return this.#person(party);
      case 'maybePerson': {
        const speaker = this.#person(party);
        if (speaker.name !== party.name || this.#full.has(party.name)) return speaker;
        return party.fallbackName === undefined
          ? null
          : { name: party.fallbackName, role: null, kind: 'role' };
      }
      case 'group':
        return { name: this.#houses.get(party.name) ?? party.name, role: null, kind: 'group' };
      case 'role':
        return (
          this.#holder(party.name) ??
          (party.refersBack ? last : { name: party.name, role: null, kind: 'role' })
        );
      case 'sameGroup':
        return this.#before(at, 'group');
      case 'samePerson':
        return last?.kind === 'person' || last?.kind === 'role' ? last : this.personBefore(at);
    }
  }

  #person(party: Party): Speaker {
    const known = this.#full.get(party.name);
    const name = known ?? this.#fullest(party.name, new Set(this.#full.keys()));
    return { name, role: this.#roles.get(name) ?? party.role, kind: 'person' };
  }

  /** The only person with a role that is mentioned alone. */
  #holder(role: string): Speaker | null {
    const isSame = this.#grammar.isSameRole ?? ((held: string, own: string) => held.endsWith(own));
    const names = new Set<string>();
    for (const [name, roles] of this.#held) {
      for (const held of roles) if (isSame(held, role)) names.add(name);
    }
    const [name] = names;
    return name !== undefined && names.size === 1
      ? { name, role: this.#roles.get(name) ?? role, kind: 'person' }
      : null;
  }

  /** The person named last before a position. */
  personBefore(at: number): Speaker | null {
    const named = this.#before(at, 'person');
    return named && this.#person({ ...named, kind: 'person' });
  }

  #before(at: number, kind: 'person' | 'group'): Speaker | null {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i--) {
      const named = this.#names[i];
      if (!named || at - named.at > MAX_PRONOUN_DISTANCE) return null;
      if (named.kind === kind) return { name: named.name, role: named.role, kind };
    }
    return null;
  }
}
