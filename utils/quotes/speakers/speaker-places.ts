import { antecedentOf } from '../model/subject-link.ts';
import type { ArticleModel } from '../model/types.ts';
import type { Offsets, SpeakerPlaces } from '../types.ts';
import type { Attribution } from './attribute-speakers.ts';
import type { Choice } from './entities/choose-entities.ts';
import type { PeopleTable } from './people/people-table.ts';
import { speakerPlace } from './speaker-phrase.ts';

/** Names of a person that are looked at before a quote; bounds the time per quote. */
const NAMES_BACK = 40;

/** The names of an article's people in order of the text, and where it says who speaks a quote. */
export class WhoSpeaksWhere {
  readonly #model: ArticleModel;
  readonly #table: PeopleTable;
  /** Mentions that name somebody, by person, in order of the text. */
  readonly #names = new Map<number, number[]>();

  constructor(model: ArticleModel, table: PeopleTable) {
    this.#model = model;
    this.#table = table;
    for (const [index, { kind }] of model.mentions.entries()) {
      const person = table.personOf[index] ?? -1;
      if (person < 0 || kind !== 'name') continue;
      const known = this.#names.get(person);
      if (known === undefined) this.#names.set(person, [index]);
      else known.push(index);
    }
  }

  #placeOf(mention: number): Offsets | null {
    const { mentions, tokens } = this.#model;
    const found = mentions[mention];
    const first = tokens[found?.nameFirst ?? -1];
    const last = tokens[found?.last ?? -1];
    return first && last ? [first.start, last.start + last.text.length] : null;
  }

  #isFull(mention: number, person: number): boolean {
    const found = this.#model.mentions[mention];
    const words = this.#table.people[person]?.words.length ?? 0;
    return found !== undefined && found.last - found.nameFirst + 1 >= words;
  }

  /** Where a person was named last before a mention or a token; by the full name, if that is asked for. */
  #namedBefore(person: number, isBefore: (mention: number) => boolean, full: boolean): Offsets | null {
    const names = this.#names.get(person) ?? [];
    const fits = (mention: number): boolean => !full || this.#isFull(mention, person);
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(names[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - NAMES_BACK); i--) {
      const mention = names[i] ?? -1;
      if (fits(mention)) return this.#placeOf(mention);
    }
    const first = names.slice(0, NAMES_BACK).find(fits) ?? names.slice(low, low + NAMES_BACK).find(fits);
    return first === undefined ? null : this.#placeOf(first);
  }

  /**
   * Where the article says who speaks a quote; null where nothing says it.
   *
   * @param isSure false where nobody is shown as the speaker: then nobody's name is sought either
   */
  of(attribution: Attribution, { entity }: Choice, isSure: boolean): SpeakerPlaces | null {
    const { personOf } = this.#table;
    const { mentions, cues, tokens, quoteTokens } = this.#model;
    const own = antecedentOf(this.#model, attribution.mention);
    const other = personOf[own] ?? -1;
    // The article as a whole may speak for somebody else than the words at the quote.
    const isOther = isSure && entity.person >= 0 && other >= 0 && other !== entity.person;
    const near = isOther ? entity.mention : attribution.mention;
    const places: SpeakerPlaces = {};
    const speaker = speakerPlace(this.#model, near, isOther ? -1 : attribution.cue);
    if (speaker !== null) places.speaker = speaker;
    const cue = isOther ? undefined : cues[attribution.cue];
    const from = tokens[cue?.first ?? -1];
    const to = tokens[cue?.last ?? -1];
    if (from && to) places.cue = [from.start, to.end];
    const meant = near < 0 ? -1 : antecedentOf(this.#model, near);
    const isName = meant >= 0 && mentions[meant]?.kind === 'name' && personOf[meant] === entity.person;
    if (isSure && entity.person >= 0 && !(isName && this.#isFull(meant, entity.person))) {
      const at = quoteTokens[attribution.span] ?? 0;
      const isBefore = (mention: number): boolean =>
        meant >= 0 ? mention < meant : (mentions[mention]?.first ?? 0) < at;
      const named = this.#namedBefore(entity.person, isBefore, isName);
      if (named !== null) places.named = named;
    }
    return Object.keys(places).length === 0 ? null : places;
  }
}
