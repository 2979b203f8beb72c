/** One entry of a `messages.json`, as browsers read it. */
export interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

export type Messages = Record<string, Message>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Characters that both stores and browsers show of an extension's description. */
const DESCRIPTION_LIMIT = 132;

/** Names that are the same in every language. */
const UNTRANSLATED = ['extensionName', 'appName'];

/** Whole numbers by which plural rules are told apart; all known rules repeat by 100 or begin at a million. */
const SAMPLES = [...Array.from({ length: 201 }, (_, number) => number), 1_000_000];

/** `quoteCount_few` → `quoteCount`; any other key as it is. */
export function pluralBase(key: string): string {
  return key.replace(PLURAL, '');
}

/** Bases of the sentences that are counted: those with `_one` and `_other` in English. */
export function pluralBases(english: Messages): Set<string> {
  const bases = Object.keys(english).map(pluralBase);
  return new Set(bases.filter((base) => `${base}_one` in english && `${base}_other` in english));
}

/** The keys a language must have: those of English, with one form for each of its own plural categories. */
export function expectedKeys(english: Messages, language: string): Set<string> {
  const counted = pluralBases(english);
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return new Set(
    Object.keys(english).flatMap((key) => {
      const base = pluralBase(key);
      return counted.has(base) ? pluralCategories.map((category) => `${base}_${category}`) : [key];
    }),
  );
}

/** Categories that stand for one whole number alone, so that a sentence can do without the figure ("the other one"). */
function exactCategories(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Map<string, number>();
  for (const number of SAMPLES) {
    const category = rules.select(number);
    numbers.set(category, (numbers.get(category) ?? 0) + 1);
  }
  return new Set([...numbers].filter(([, amount]) => amount === 1).map(([category]) => category));
}

/** Names of the placeholders in a sentence, in small letters. */
function placeholdersIn({ message }: Message): Set<string> {
  return new Set([...message.matchAll(/\$(\w+)\$/g)].map((match) => (match[1] ?? '').toLowerCase()));
}

function contentOf(message: Message, name: string): string | undefined {
  const entry = Object.entries(message.placeholders ?? {}).find(([key]) => key.toLowerCase() === name);
  return entry?.[1].content;
}

function checkPlaceholders(own: Message, source: Message, mayDropCount: boolean): string[] {
  const problems: string[] = [];
  const [used, wanted] = [placeholdersIn(own), placeholdersIn(source)];
  // Chromium does not load an extension whose message uses what it does not declare.
  for (const name of used) {
    if (contentOf(own, name) === undefined) problems.push(`uses $${name}$ without declaring it`);
    else if (!wanted.has(name)) problems.push(`uses $${name}$, which English does not`);
    else if (contentOf(own, name) !== contentOf(source, name))
      problems.push(`fills $${name}$ with another value`);
  }
  for (const name of wanted) {
    const isCount = contentOf(source, name) === '$1';
    if (!used.has(name) && !(mayDropCount && isCount)) problems.push(`lacks $${name}$`);
  }
  if (/\$/.test(own.message.replace(/\$\w+\$/g, ''))) problems.push('has a $ that belongs to no placeholder');
  return problems;
}

/**
 * Compares the messages of a language with those of English: the same keys but for plural forms, of which each
 * category of the language has one; the same placeholders; nothing empty.
 *
 * @param language the name of the folder, `pt_BR` for Brazilian Portuguese
 * @returns one sentence for each problem
 */
export function checkLocale(language: string, messages: Messages, english: Messages): string[] {
  const tag = language.replace('_', '-');
  const expected = expectedKeys(english, tag);
  const counted = pluralBases(english);
  const exact = exactCategories(tag);
  const problems: string[] = [];
  const say = (key: string, what: string): number => problems.push(`${language}: ${key} ${what}`);
  for (const key of expected) if (messages[key] === undefined) say(key, 'is missing');
  for (const [key, own] of Object.entries(messages)) {
    const base = pluralBase(key);
    const source = counted.has(base) ? english[`${base}_other`] : english[key];
    if (!expected.has(key) || source === undefined) {
      say(key, counted.has(base) ? 'is a plural form the language does not have' : 'is not in English');
      continue;
    }
    if (own.message.trim() === '') say(key, 'is empty');
    if (own.description !== undefined && messages !== english)
      say(key, 'has a description, which only English has');
    if (UNTRANSLATED.includes(key) && own.message !== source.message)
      say(key, 'is a name and stays as it is');
    const mayDropCount = counted.has(base) && exact.has(key.slice(base.length + 1));
    for (const problem of checkPlaceholders(own, source, mayDropCount)) say(key, problem);
  }
  if (messages.localeTag !== undefined && messages.localeTag.message !== tag)
    say('localeTag', `is not “${tag}”`);
  const length = messages.extensionDescription?.message.length ?? 0;
  if (length > DESCRIPTION_LIMIT)
    say('extensionDescription', `has ${length} of ${DESCRIPTION_LIMIT} characters`);
  return problems;
}
