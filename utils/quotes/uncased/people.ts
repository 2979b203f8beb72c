import type { KnownNames, NamePhrase, SpeakerPhrase, TextSpan, UncasedGrammar } from './types.ts';

/** Maximum distance between a pronoun and its antecedent, in UTF-16 units. */
const MAX_PRONOUN_DISTANCE = 400;

/** A speaker in the article. */
export interface Speaker {
  name: string;
  role: string | null;
  kind: 'person' | 'group' | 'role';
}

/** Collects all people named in the article, and resolves short names to full ones. Linear in the number of names. */
export class UncasedPeople implements KnownNames {
  readonly #names: readonly NamePhrase[];
  readonly #roles = new Map<string, string>();
  readonly #groupNames = new Map<string, string>();
  /** The full name of the only person with a role, by each ending of the role; null if several people have it. */
  readonly #roleHolders = new Map<string, string | null>();
  /** Every name that occurs, and its full form. */
  readonly #fullNames = new Map<string, string>();
  /** The full form of each short name; null if it is ambiguous. */
  readonly #fullNamesByShort = new Map<string, string | null>();
  readonly #nameLengths: ReadonlySet<number>;

  readonly #grammar: UncasedGrammar;

  constructor(grammar: UncasedGrammar, text: string) {
    this.#grammar = grammar;
    this.#names = grammar.findNames(text);
    const known = new Set(this.#names.map(({ name }) => name));
    this.#nameLengths = new Set([...known].map(({ length }) => length));
    if (grammar.shortForms) this.#collectGroupNames(text, grammar.shortForms);
    for (const name of known) this.#addShortNames(name);
    for (const name of known) this.#fullNames.set(name, this.#findFullName(name));
    for (const { name, role } of this.#names) {
      if (role === null) continue;
      const full = this.#fullNames.get(name) ?? name;
      this.#addRoleHolder(role, full);
      // The first role in an article is the complete one.
      if (!this.#roles.has(full)) this.#roles.set(full, role);
    }
  }

  isKnown(name: string): boolean {
    return this.#fullNames.has(name) || this.#fullNamesByShort.has(name);
  }

  findNamesIn(text: string, maxStart: number): TextSpan[] {
    const found = new Map<string, TextSpan>();
    for (let start = 0; start <= maxStart && start < text.length; start++) {
      for (const length of this.#nameLengths) {
        const name = text.slice(start, start + length);
        if (this.#fullNames.has(name) && !found.has(name)) found.set(name, { start, end: start + length });
      }
    }
    return [...found.values()];
  }

  #collectGroupNames(text: string, shortForms: RegExp): void {
    for (const [, full, short] of text.matchAll(shortForms)) {
      if (full !== undefined && short !== undefined && !this.#groupNames.has(short))
        this.#groupNames.set(short, full);
    }
  }

  #addShortNames(full: string): void {
    const isShortFor = (short: string, long: string) => this.#grammar.getShortNames(long).includes(short);
    for (const short of new Set(this.#grammar.getShortNames(full))) {
      const other = this.#fullNamesByShort.get(short);
      if (other === undefined) this.#fullNamesByShort.set(short, full);
      // Two people have this family name, so it is ambiguous.
      else if (other === null || !(isShortFor(other, full) || isShortFor(full, other)))
        this.#fullNamesByShort.set(short, null);
      else if (full.length > other.length) this.#fullNamesByShort.set(short, full);
    }
  }

  #findFullName(name: string): string {
    return this.#fullNamesByShort.get(name) ?? name;
  }

  #addRoleHolder(role: string, name: string): void {
    for (let start = 0; start < role.length; start++) {
      const ending = role.slice(start);
      const holder = this.#roleHolders.get(ending);
      this.#roleHolders.set(ending, holder === undefined || holder === name ? name : null);
    }
  }

  /** Resolves a phrase at offset `at` to a speaker; null if it is ambiguous or refers to nobody. */
  resolve(phrase: SpeakerPhrase, at: number, previousSpeaker: Speaker | null): Speaker | null {
    switch (phrase.kind) {
      case 'person':
        return this.#resolvePerson(phrase);
      case 'maybePerson': {
        const speaker = this.#resolvePerson(phrase);
        if (speaker.name !== phrase.name || this.#fullNames.has(phrase.name)) return speaker;
        return phrase.fallbackName === undefined
          ? null
          : { name: phrase.fallbackName, role: null, kind: 'role' };
      }
      case 'group':
        return { name: this.#groupNames.get(phrase.name) ?? phrase.name, role: null, kind: 'group' };
      case 'role':
        return this.#findRoleHolder(phrase.name) ?? { name: phrase.name, role: null, kind: 'role' };
      case 'samePerson':
        return previousSpeaker?.kind === 'person' || previousSpeaker?.kind === 'role'
          ? previousSpeaker
          : this.findPersonBefore(at);
    }
  }

  #resolvePerson(phrase: SpeakerPhrase): Speaker {
    const name = this.#findFullName(phrase.name);
    return { name, role: this.#roles.get(name) ?? phrase.role, kind: 'person' };
  }

  /** Finds the only person with a role; null if none or several have it. */
  #findRoleHolder(role: string): Speaker | null {
    const name = this.#roleHolders.get(role) ?? null;
    return name === null ? null : { name, role: this.#roles.get(name) ?? role, kind: 'person' };
  }

  /** Finds the person named last before an offset. */
  findPersonBefore(at: number): Speaker | null {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle]?.offset ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const named = this.#names[low - 1];
    return named && at - named.offset <= MAX_PRONOUN_DISTANCE ? this.#resolvePerson(named) : null;
  }
}
