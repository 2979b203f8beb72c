import { hasClass } from '../../model/has-class.ts';
import { HE, PREP, SHE } from '../../model/lexicon.ts';
import type { Mention } from '../../model/mention.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { nounKey, personKey } from './article-beliefs.ts';

/** Whoever a sentence is about. */
interface Subject {
  /** As in `article-beliefs.ts`; the empty string where nobody can be told. */
  key: string;
  /** By a pronoun, which means whoever the sentence before is about. */
  byPronoun: boolean;
}

/** Sentences without anybody in them that are passed over on the way back. */
const PASSED = 2;

/** Whom each sentence of an article is about: the first one in it whom no preposition holds. Linear. */
export class SentenceSubjects {
  readonly #bySentence = new Map<number, Subject>();
  readonly #model: ArticleModel;
  readonly #people: PeopleTable;

  constructor(model: ArticleModel, people: PeopleTable) {
    this.#model = model;
    this.#people = people;
    for (const [m, mention] of model.mentions.entries()) {
      if (mention.kind === 'relative' || mention.possessive) continue;
      if (this.#bySentence.has(mention.sentence)) continue;
      const front = model.tokens[mention.first - 1];
      const isHeld =
        front?.sentence === mention.sentence && (hasClass(front, PREP) || front.tag?.pos === 'ADP');
      if (isHeld) continue;
      const subject = this.#read(m, mention);
      if (subject) this.#bySentence.set(mention.sentence, subject);
    }
  }

  #read(m: number, mention: Mention): Subject | null {
    const person = this.#people.personOf[m] ?? -1;
    if (person >= 0) return { key: personKey(person), byPronoun: false };
    const head = this.#model.tokens[mention.head];
    if (!head) return null;
    if (mention.kind === 'noun')
      return { key: nounKey(this.#model.lexicon.fold(head.lower)), byPronoun: false };
    if (mention.kind !== 'pronoun') return null;
    const gender = hasClass(head, HE) ? 'he' : hasClass(head, SHE) ? 'she' : null;
    const before = gender && this.#lastBefore(mention.sentence);
    if (!before?.key.startsWith('p')) return null;
    const known = this.#people.people[Number(before.key.slice(1))]?.gender;
    return known && known !== gender ? null : { key: before.key, byPronoun: true };
  }

  #lastBefore(sentence: number): Subject | undefined {
    for (let k = sentence - 1; k >= sentence - 1 - PASSED; k--) {
      const subject = this.#bySentence.get(k);
      if (subject) return subject;
    }
    return undefined;
  }

  /** Whether a sentence is about somebody: by name 2, by a pronoun 1, not 0. */
  isAbout(sentence: number, key: string): number {
    const subject = this.#bySentence.get(sentence);
    return subject?.key !== key ? 0 : subject.byPronoun ? 1 : 2;
  }

  /** The same for the last sentence before that one in which there is somebody. */
  wasAbout(sentence: number, key: string): number {
    const subject = this.#lastBefore(sentence);
    return subject?.key !== key ? 0 : subject.byPronoun ? 1 : 2;
  }
}
