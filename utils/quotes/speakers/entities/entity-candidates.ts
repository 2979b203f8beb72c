import { step } from '../../model/feature-scales.ts';
import { hasClass } from '../../model/has-class.ts';
import { BODY, DOCUMENT, GROUP, PERSON, TITLE } from '../../model/lexicon.ts';
import type { Mention } from '../../model/mention.ts';
import type { Token } from '../../model/token.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import { descriptionKey } from '../people/descriptions.ts';
import type { PeopleTable, Person } from '../people/people-table.ts';
import { readScene } from '../quote-scene.ts';
import { speakerPhrase } from '../speaker-phrase.ts';
import { nounKey, type OtherQuotes, personKey } from './article-beliefs.ts';
import type { ArticlePlaces } from './article-places.ts';
import type { Article, EntityCandidate } from './entity-candidate.ts';
import { type EntityValues, entityRow, inFifteenths } from './entity-features.ts';
import {
  type Belief,
  beliefsOf,
  determination,
  genderOf,
  type LikeliestMention,
  likeliestBelief,
  likeliestMention,
  likeness,
  sumOfBeliefs,
} from './likeliest-mention.ts';
import { PlacesFromQuote } from './places-from-quote.ts';
import type { SentenceSubjects } from './sentence-subjects.ts';
import { standing } from './standing.ts';
import type { Turns } from './turns.ts';
import { agreement, genderOfTag, readVerbAgreement, type VerbAgreement } from './verb-agreement.ts';

/** People who are ranked for one quote, and of them those whom the text named last. */
const MOST_PEOPLE = 24;
const NAMED_LAST = 10;
/** Belief in the likeliest mention from which its grammar rules others out, and in others below which they are. */
const SURE = 0.5;
const RULED_OUT = 0.25;
/** Mentions from which on a name is somebody's. */
const OFTEN = 3;
/** Less belief in a mention is none. */
const LEAST_BELIEF = 0.02;

/** One quote, and everything that is asked about it for each entity. */
class Scene {
  readonly #model: ArticleModel;
  readonly #people: PeopleTable;
  readonly #places: ArticlePlaces;
  readonly #turns: Turns;
  readonly #quote: Token;
  readonly #at: number;
  readonly #said: string;
  readonly #beliefs: readonly Belief[];
  readonly #top: LikeliestMention;
  readonly #seen: PlacesFromQuote;
  readonly #shared: EntityValues;
  readonly #others: OtherQuotes;
  readonly #sentences: SentenceSubjects;
  readonly #verb: VerbAgreement;
  readonly #plain: number;

  constructor(
    { model, people, places, beliefs, sentences }: Article,
    turns: Turns,
    attribution: Attribution,
    index: number,
    quote: Token,
  ) {
    this.#model = model;
    this.#people = people;
    this.#places = places;
    this.#others = beliefs.around(index);
    this.#sentences = sentences;
    this.#plain = attribution.plain > 0 ? attribution.mention : -1;
    this.#turns = turns;
    this.#quote = quote;
    this.#at = model.quoteTokens[attribution.span] ?? -1;
    const { start, end } = model.spans[attribution.span] ?? {};
    this.#said = model.text.slice(start, end).toLowerCase();
    this.#beliefs = beliefsOf(model, attribution);
    this.#top = likeliestMention(model, this.#beliefs);
    this.#verb = readVerbAgreement(model, this.#top.cue, this.#at);
    this.#seen = new PlacesFromQuote(model, people, places, quote, this.#at, turns.at);
    const scene = readScene(model, this.#at);
    const last = model.tokens[turns.at];
    this.#shared = {
      topKind: this.#top.kind,
      lexical: this.#top.lexical,
      topNumber: this.#top.number,
      top: inFifteenths(this.#top.share),
      lastGap: last ? Math.min(14, quote.paragraph - last.paragraph) : 15,
      opens: scene.opens,
      lead: scene.lead,
      follows: scene.follows,
      directness: scene.direct,
      size: scene.size,
      people: step(places.humans),
      determined: determination(model, this.#top.meant),
      certain: step(places.certain),
      holders: Math.min(3, this.#countHolders(this.#top.noun)),
      verbless: this.#beliefs.reduce(
        (most, { features }) => Math.max(most, features?.agent.behindNone ?? 0),
        0,
      ),
      verbNumber: this.#verb.number === 's' ? 1 : this.#verb.number === 'p' ? 2 : 0,
      nextGap: this.#others.nextGap,
      fitsNumber: 2,
      fitsGender: 2,
      plain: this.#plain >= 0 ? 1 : 0,
    };
  }

  #row(key: string, values: EntityValues): number[] {
    const { last, before } = this.#turns;
    return entityRow({
      ...this.#shared,
      last: key === '' ? 0 : key === last ? 2 : key === before ? 1 : 0,
      spoken: step(this.#turns.spokenBy(key)),
      spokenShare: inFifteenths(this.#turns.shareOf(key)),
      elsewhere: Math.min(15, Math.round(3 * this.#others.elsewhere(key))),
      ownSentence: this.#sentences.isAbout(this.#quote.sentence, key),
      sentenceBefore: this.#sentences.wasAbout(this.#quote.sentence, key),
      saidBefore: inFifteenths(this.#others.before(key)),
      saysNext: inFifteenths(this.#others.next(key)),
      ...values,
    });
  }

  /** The token that carries a mention's meaning. */
  #headOf(m: number): Token | undefined {
    return this.#model.tokens[this.#model.mentions[m]?.head ?? -1];
  }

  /** People near whose role, or whose name, a noun is a word of. */
  #countHolders(noun: string): number {
    const { lexicon } = this.#model;
    const near = new Set([...this.#seen.named.map(({ person }) => person), ...this.#places.mostNamed]);
    let count = 0;
    for (const index of near) {
      const person = this.#people.people[index];
      if (person && likeness(person, noun, lexicon) > 0) count++;
    }
    return count;
  }

  /** How often a noun describes somebody whom the article names. */
  #timesDescribing(noun: string): number {
    const key = descriptionKey(noun, this.#model.lexicon);
    return this.#people.people.reduce(
      (most, { describedBy }) => Math.max(most, describedBy.get(key) ?? 0),
      0,
    );
  }

  /** Its word, in whatever case it stands. */
  #wordOf(m: number): string {
    return this.#model.lexicon.fold(this.#headOf(m)?.lower ?? '');
  }

  nobody(): EntityCandidate {
    return { person: -1, mention: -1, noun: '', name: null, features: this.#row('', { tieCost: 16 }) };
  }

  /** Those believed in, those named last, those named most, and those who spoke last. */
  people(): EntityCandidate[] {
    const chosen = new Set<number>();
    for (const { meant } of this.#beliefs) chosen.add(this.#people.personOf[meant] ?? -1);
    for (const { person } of this.#seen.named.slice(0, NAMED_LAST)) chosen.add(person);
    for (const person of this.#places.mostNamed) chosen.add(person);
    for (const key of [this.#turns.last, this.#turns.before])
      if (key.startsWith('p')) chosen.add(Number(key.slice(1)));
    chosen.delete(-1);
    return [...chosen].slice(0, MOST_PEOPLE).flatMap((index) => {
      const person = this.#people.people[index];
      return person ? (this.#person(index, person) ?? []) : [];
    });
  }

  #person(index: number, person: Person): EntityCandidate | null {
    const { lexicon, mentions } = this.#model;
    const top = this.#top;
    const own = this.#beliefs.filter(({ meant }) => this.#people.personOf[meant] === index);
    const belief = sumOfBeliefs(own);
    const given = lexicon.givenOf(person.words[0] ?? '') !== 0;
    const alike = likeness(person, top.noun, lexicon);
    // A name that the article takes up again and again is somebody's, known or not.
    const often = person.human >= 0 && person.full + person.short >= OFTEN;
    const likely = person.human >= 2 || (person.human >= 1 && person.words.length > 1 && given) || often;
    const spoke = this.#turns.spokenBy(personKey(index)) > 0;
    if (!likely && !spoke && alike === 0 && belief < LEAST_BELIEF) return null;
    if (belief < RULED_OUT && top.share >= SURE && this.#isRuledOut(person, given)) return null;
    const named = sumOfBeliefs(own.filter(({ meant }) => mentions[meant]?.kind === 'name'));
    const best = likeliestBelief(own);
    return {
      person: index,
      mention: best?.meant ?? -1,
      noun: '',
      name: person.name,
      features: this.#row(personKey(index), {
        ...standing(best?.features),
        ...this.#seen.of(index, top.gender),
        kind: person.words.length > 1 ? 3 : 2,
        human: person.human < 0 ? 1 : person.human < 1 ? 2 : person.human < 2 ? 3 : person.human < 4 ? 4 : 5,
        direct: inFifteenths(named),
        linked: inFifteenths(belief - named),
        pronoun: inFifteenths(this.#pronounBelief(person)),
        agrees: agreement(top.likelyGender, person.gender),
        fitsNumber: person.human > 0 ? agreement(this.#verb.number, 's') : 2,
        fitsGender: agreement(this.#verb.gender, person.gender),
        ...(this.#plain >= 0 && this.#people.personOf[this.#plain] === index ? { plain: 2 } : {}),
        given: given ? 1 : 0,
        hasRole: person.role ? 1 : 0,
        alike,
        described: Math.min(3, person.describedBy.get(descriptionKey(top.noun, lexicon)) ?? 0),
        isTop: best !== null && best.meant === top.meant ? 1 : 0,
        inside: person.words.some((word) => word.length > 2 && this.#said.includes(word)) ? 1 : 0,
      }),
    };
  }

  /** "she said" is no man and no body, and "a friend said" nobody whom the article names. */
  #isRuledOut({ gender, human }: Person, given: boolean): boolean {
    const { gender: said, introduces } = this.#top;
    if (said && gender && said !== gender) return true;
    if (said && (human < 0 || (human < 1 && !given))) return true;
    return introduces;
  }

  #pronounBelief({ gender }: Person): number {
    const pronouns = this.#beliefs.filter(({ meant }) => {
      if (this.#model.mentions[meant]?.kind !== 'pronoun') return false;
      const said = genderOf(this.#model, meant);
      return !said || !gender || said === gender;
    });
    return sumOfBeliefs(pronouns);
  }

  /** Nouns that mean nobody with a name: those believed in, and those that spoke or reported a moment ago. */
  nouns(): EntityCandidate[] {
    const nouns = new Map<string, Belief>();
    for (const belief of this.#beliefs) {
      const { meant, share } = belief;
      const kind = this.#model.mentions[meant]?.kind;
      const isNoun = kind === 'noun' || kind === 'name';
      if (!isNoun || share < LEAST_BELIEF || (this.#people.personOf[meant] ?? -1) >= 0) continue;
      const key = this.#wordOf(meant);
      const known = nouns.get(key);
      if (!known) nouns.set(key, { ...belief });
      else {
        if (share > known.share / 2)
          Object.assign(known, { meant, cue: belief.cue, features: belief.features });
        known.share += share;
      }
    }
    for (const m of [...this.#turns.lastNouns(), ...this.#places.nounsBefore(this.#at)]) {
      const key = this.#wordOf(m);
      if (key !== '' && !nouns.has(key)) nouns.set(key, { meant: m, share: 0, cue: -1, features: null });
    }
    return [...nouns.values()].flatMap((belief) => this.#noun(belief) ?? []);
  }

  /** "uno de los vecinos" is one. */
  #numberOf({ first, head }: Mention): string {
    const { tokens, lexicon } = this.#model;
    const isOne = lexicon.data.complements?.includes(tokens[first + 1]?.lower ?? '');
    return tokens[isOne ? first : head]?.tag?.number ?? '';
  }

  #noun({ meant, share, cue, features }: Belief): EntityCandidate | null {
    const name = speakerPhrase(this.#model, meant, cue);
    const mention = this.#model.mentions[meant];
    const head = this.#headOf(meant);
    if (!name || !head || !mention) return null;
    const noun = this.#wordOf(meant);
    const isPerson = hasClass(head, PERSON | TITLE);
    const isBody = hasClass(head, GROUP | BODY);
    const known = this.#model.lexicon.isDefinite(this.#model.tokens[mention.first]?.lower ?? '');
    return {
      person: -1,
      mention: meant,
      noun,
      name,
      features: this.#row(nounKey(noun), {
        reports: step(this.#places.reportsOf(noun)),
        holders: Math.min(3, this.#countHolders(head.lower)),
        described: Math.min(3, this.#timesDescribing(head.lower)),
        ...standing(features),
        kind: 1,
        human: isPerson ? 5 : isBody ? 4 : hasClass(head, DOCUMENT) ? 3 : 1,
        direct: inFifteenths(share),
        agrees: 3,
        fitsNumber: agreement(this.#verb.number, this.#numberOf(mention)),
        fitsGender: agreement(this.#verb.gender, head.tag && genderOfTag(head.tag)),
        ...(this.#plain >= 0 && this.#wordOf(this.#plain) === noun ? { plain: 2 } : {}),
        isTop: meant === this.#top.meant ? 1 : 0,
        opened: known ? 1 : 0,
        behind: step(Math.abs(this.#quote.sentence - head.sentence)),
        samePlace: Math.max(1, this.#seen.nearness(head)),
        inside: this.#said.includes(head.lower) ? 1 : 0,
      }),
    };
  }
}

/**
 * Everybody whom the quote of an attribution may belong to; the first is nobody. Bounded per quote.
 *
 * @param index of the attribution among those of the article
 */
export function findEntities(
  article: Article,
  attribution: Attribution,
  index: number,
  turns: Turns,
): EntityCandidate[] {
  const { model } = article;
  const quote = model.tokens[model.quoteTokens[attribution.span] ?? -1];
  if (!quote) return [];
  const scene = new Scene(article, turns, attribution, index, quote);
  const named = [scene.nobody(), ...scene.people()];
  // Without words of the language nobody can tell a noun from any other word.
  return model.lexicon.code === 'und' ? named : [...named, ...scene.nouns()];
}
