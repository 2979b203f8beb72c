import type { NamePhrase, SpeakerPhrase, UncasedGrammar } from './types.ts';

/** Maximum distance between a pronoun and its antecedent, in UTF-16 units. */
const MAX_PRONOUN_DISTANCE = 400;

/** Maximum number of different names per article, because all pairs are compared. */
const MAX_NAMES = 200;

/** A speaker in the article. */
export interface Speaker {
  name: string;
  role: string | null;
  kind: 'person' | 'group' | 'role';
}

/** Collects all people named in the article, and resolves short names to full ones. */
export class UncasedPeople {
  readonly #names: NamePhrase[] = [];
  readonly #roles = new Map<string, string>();
  readonly #groupNames = new Map<string, string>();
  /** All roles of each person, by full name. */
  readonly #rolesByName = new Map<string, Set<string>>();
  readonly #fullNames = new Map<string, string>();

  readonly #grammar: UncasedGrammar;

  constructor(grammar: UncasedGrammar, text: string) {
    this.#grammar = grammar;
    const known = new Set<string>();
    for (const named of grammar.findNames(text)) {
      if (known.size >= MAX_NAMES && !known.has(named.name)) continue;
      known.add(named.name);
      this.#names.push(named);
    }
    if (grammar.shortForms) this.#collectGroupNames(text, grammar.shortForms);
    for (const name of known) this.#fullNames.set(name, this.#findFullName(name, known));
    for (const { name, role } of this.#names) {
      const full = this.#fullNames.get(name) ?? name;
      if (role !== null) this.#rolesByName.set(full, (this.#rolesByName.get(full) ?? new Set()).add(role));
      // The first role in an article is the complete one.
      if (role !== null && !this.#roles.has(full)) this.#roles.set(full, role);
    }
  }

  /** All names, full and short. */
  get names(): ReadonlySet<string> {
    return new Set(this.#fullNames.keys());
  }

  #collectGroupNames(text: string, shortForms: RegExp): void {
    for (const [, full, short] of text.matchAll(shortForms)) {
      if (full !== undefined && short !== undefined && !this.#groupNames.has(short))
        this.#groupNames.set(short, full);
    }
  }

  #findFullName(name: string, known: ReadonlySet<string>): string {
    let found: string | null = null;
    for (const full of known) {
      if (!this.#grammar.isShortFor(name, full)) continue;
      // Two people have this family name, so it is ambiguous.
      if (found !== null && !this.#grammar.isShortFor(found, full) && !this.#grammar.isShortFor(full, found))
        return name;
      if (found === null || full.length > found.length) found = full;
    }
    return found ?? name;
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
    const known = this.#fullNames.get(phrase.name);
    const name = known ?? this.#findFullName(phrase.name, new Set(this.#fullNames.keys()));
    return { name, role: this.#roles.get(name) ?? phrase.role, kind: 'person' };
  }

  /** Finds the only person with a role; null if none or several have it. */
  #findRoleHolder(role: string): Speaker | null {
    const names = new Set<string>();
    for (const [name, roles] of this.#rolesByName) {
      for (const held of roles) if (held.endsWith(role)) names.add(name);
    }
    const [name] = names;
    return name !== undefined && names.size === 1
      ? { name, role: this.#roles.get(name) ?? role, kind: 'person' }
      : null;
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
