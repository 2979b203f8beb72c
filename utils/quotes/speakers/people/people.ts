import {
  DET,
  GIVEN_NAME,
  GROUP_NOUN,
  hasClass,
  NAME_PARTICLE,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  POSSESSIVE,
  PREP,
  TITLE,
} from '../../model/lexicon.ts';
import { findMentions, findPossessor } from '../../model/mentions.ts';
import { parseName, REGNAL_TITLE, scoreHumanEvidence } from '../../model/names.ts';
import type { Mention, Token } from '../../model/token.ts';
import { tokenise } from '../../model/tokens.ts';
import type { ArticleModel, Lexicon } from '../../model/types.ts';
import { NameTable, ORGANISATION_SCORE, type PeopleTable } from './people-table.ts';
import { RoleCollector } from './roles.ts';

const ENGLISH_DETERMINER = /^(?:an?|the|his|her|its|their|one)$/;

const isDeterminer = (lexicon: Lexicon, token: Token | undefined): boolean =>
  lexicon.code === 'en'
    ? ENGLISH_DETERMINER.test(token?.lower ?? '')
    : token?.kind === 'word' && (token.classes & (DET | POSSESSIVE)) !== 0;

/** Whether an article is followed by a capitalised office with a particle, before a given name. */
function isCapitalisedRole(tokens: readonly Token[], mention: Mention, next: Mention): boolean {
  const { kind, first, nameFirst, last } = mention;
  if (kind !== 'name' || first === nameFirst || !hasClass(tokens[next.nameFirst], GIVEN_NAME)) return false;
  if (tokens[first]?.tag?.pos !== 'DET' || hasClass(tokens[nameFirst], GIVEN_NAME)) return false;
  return tokens
    .slice(first + 1, last)
    .some((token) => !token.isCapitalised && hasClass(token, NAME_PARTICLE | PREP));
}

/**
 * Builds the table of people in an article. Full names are collected from the whole text, including headline and
 * quotes; short forms, given names and titles are then resolved to them. People who share a surname stay separate.
 */
export function buildPeopleTable(
  model: ArticleModel,
  title: string | null,
  speakingMentions: ReadonlySet<number>,
): PeopleTable {
  const { tokens, mentions, lexicon, text } = model;
  const table = new NameTable(lexicon);
  const roles = new RoleCollector(lexicon);
  // A full name may occur only in the headline. Headlines may be in title case, so they come last.
  for (const [rank, source] of [text, title ?? ''].entries()) {
    const all = tokenise(source, [], lexicon);
    const list = findMentions(all, lexicon);
    for (const found of list) {
      const mention = found.kind === 'name' ? found : findPossessor(all, found);
      if (mention?.kind !== 'name') continue;
      const form = parseName(source, all, mention);
      if (!form || form.words.length < 2 || form.words.length > 4) continue;
      let index = table.findFull(form.words);
      if (index < 0 && rank > 0) {
        // Title case makes capitals weak evidence: a known given name must come first, and the text must use the surname.
        const given = lexicon.classesOf(form.words[0] ?? '') & GIVEN_NAME;
        const surname = form.text.split(/\s/).pop() ?? '';
        if (given === 0 || form.words.length > 3 || !text.includes(surname)) continue;
      }
      if (index < 0 && table.isSurnameOnly(form, all[mention.first - 1]?.sentence !== mention.sentence))
        continue;
      if (index < 0) index = table.add(form);
      else table.preferNominative(index, form);
      const person = table.people[index];
      if (!person) continue;
      person.full++;
      person.gender ??= form.gender;
      roles.read(index, source, all, mention, rank);
    }
  }
  const personOf = new Int32Array(mentions.length).fill(-1);
  for (const [m, mention] of mentions.entries()) {
    const head = tokens[mention.head];
    if (!head || mention.kind === 'pronoun' || mention.kind === 'relative') continue;
    const isKnownShortName =
      mention.kind === 'noun' && head.isCapitalised && table.findShort(head.lower, null, m) >= 0;
    if (mention.kind !== 'name' && !isKnownShortName) continue;
    const form = parseName(text, tokens, mention);
    if (!form) continue;
    let index =
      form.words.length > 1
        ? table.findFull(form.words)
        : table.findShort(form.words[0] ?? '', form.gender, mention.head);
    const opens = tokens[mention.first - 1]?.sentence !== mention.sentence;
    if (index < 0 && table.isSurnameOnly(form, opens)) {
      index = table.findShort(form.words[form.words.length - 1] ?? '', form.gender, mention.head);
    }
    if (index < 0) index = table.add(form);
    personOf[m] = index;
    const person = table.people[index];
    if (!person) continue;
    if (form.words.length > 1) person.lastFull = mention.head;
    person.short++;
    // If the first mention was "the Reed campaign", drop "the" once the name occurs without it.
    if (/^the /i.test(person.name) && !/^the /i.test(form.text)) person.name = form.text;
    if (person.human > ORGANISATION_SCORE && person.human < 12)
      person.human += scoreHumanEvidence(tokens, mention, speakingMentions.has(m));
    person.gender ??= form.gender;
    const title = tokens[mention.nameFirst - 1];
    if (
      title &&
      mention.nameFirst > mention.first &&
      REGNAL_TITLE.test(title.lower) &&
      person.words.length === 1
    ) {
      person.name = `${title.text} ${form.text}`;
    }
    // Roles of full names were collected in the first pass, which also reads inside quotes.
    if (form.words.length < 2) roles.read(index, text, tokens, mention);
  }
  // "the harbour master, Dana Reed, said": the noun refers to the following name; in "El Comandante del Cuerpo de
  // Bomberos, Dana Reed, dijo" it is capitalised.
  for (const [m, mention] of mentions.entries()) {
    const next = mentions[m + 1];
    if (next?.kind !== 'name' || next.isPossessive) continue;
    const isOffice = isCapitalisedRole(tokens, mention, next);
    if (!isOffice && (mention.kind !== 'noun' || personOf[m] !== -1)) continue;
    if (
      next.first !== mention.last + 2 ||
      tokens[mention.last + 1]?.text !== ',' ||
      next.sentence !== mention.sentence
    )
      continue;
    const head = tokens[mention.head];
    const closing = tokens[next.last + 1];
    const person = table.people[personOf[m + 1] ?? -1];
    if (!head || !person || !(isOffice || (head.classes & (PERSON_NOUN | TITLE)) !== 0)) continue;
    if (isOffice && closing?.text !== ',') continue;
    if (closing && closing.sentence === mention.sentence && closing.text !== ',' && closing.text !== '.')
      continue;
    personOf[m] = personOf[m + 1] ?? -1;
    person.human += 2;
  }
  for (const [m, mention] of mentions.entries()) {
    // "Dana Reed, a spokeswoman for the port, said": the noun refers to the preceding name.
    const name = mentions[m - 1];
    if (!name || mention.kind !== 'noun' || personOf[m] !== -1 || name.kind !== 'name' || name.isPossessive)
      continue;
    if (
      name.last !== mention.first - 2 ||
      tokens[mention.first - 1]?.text !== ',' ||
      name.sentence !== mention.sentence
    )
      continue;
    const head = tokens[mention.head];
    if (!head || (head.classes & (PERSON_NOUN | TITLE)) === 0 || (head.classes & GROUP_NOUN) !== 0) continue;
    if (!isDeterminer(lexicon, tokens[mention.first])) continue;
    personOf[m] = personOf[m - 1] ?? -1;
  }
  // "…, said Dana Reed, head of the union": the noun is not a separate speaker.
  const nouns = roles.nouns();
  for (const [m, mention] of mentions.entries()) {
    if (mention.kind !== 'noun' || personOf[m] !== -1) continue;
    personOf[m] = nouns.get(tokens[mention.head]?.start ?? -1) ?? -1;
  }
  const shown = roles.choose(true);
  for (const [index, role] of roles.choose()) {
    const person = table.people[index];
    // Descriptions of an organisation are not roles of a person.
    if (!person || (lexicon.classesOf(person.words[person.words.length - 1] ?? '') & ORGANISATION_NOUN) !== 0)
      continue;
    person.role = role;
    person.shownRole = shown.get(index) ?? null;
  }
  for (const [index, words] of roles.descriptions()) {
    const person = table.people[index];
    if (person) person.describedBy = words;
  }
  return { people: table.people, personOf };
}
