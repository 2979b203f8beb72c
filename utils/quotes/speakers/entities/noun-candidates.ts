import { step } from '../../model/feature-scales.ts';
import { hasClass } from '../../model/has-class.ts';
import { BODY, DOCUMENT, GROUP, PERSON, TITLE } from '../../model/lexicon.ts';
import type { Mention } from '../../model/mention.ts';
import { descriptionKey } from '../people/descriptions.ts';
import { speakerPhrase } from '../speaker-phrase.ts';
import { nounKey } from './article-beliefs.ts';
import type { EntityCandidate } from './entity-candidate.ts';
import { inFifteenths } from './entity-features.ts';
import { type EntityScene, LEAST_BELIEF } from './entity-scene.ts';
import type { Belief } from './likeliest-mention.ts';
import { standing } from './standing.ts';
import { agreement, genderOfTag } from './verb-agreement.ts';

/** Nouns that mean nobody with a name: those believed in, and those that spoke or reported a moment ago. */
export function findNouns(scene: EntityScene): EntityCandidate[] {
  const nouns = new Map<string, Belief>();
  for (const belief of scene.beliefs) {
    const { meant, share } = belief;
    const kind = scene.model.mentions[meant]?.kind;
    const isNoun = kind === 'noun' || kind === 'name';
    if (!isNoun || share < LEAST_BELIEF || (scene.people.personOf[meant] ?? -1) >= 0) continue;
    const key = scene.wordOf(meant);
    const known = nouns.get(key);
    if (!known) nouns.set(key, { ...belief });
    else {
      if (share > known.share / 2)
        Object.assign(known, { meant, cue: belief.cue, features: belief.features });
      known.share += share;
    }
  }
  for (const m of [...scene.turns.lastNouns(), ...scene.places.nounsBefore(scene.at)]) {
    const key = scene.wordOf(m);
    if (key !== '' && !nouns.has(key)) nouns.set(key, { meant: m, share: 0, cue: -1, features: null });
  }
  return [...nouns.values()].flatMap((belief) => candidateOf(scene, belief) ?? []);
}

/** "uno de los vecinos" is one. */
function numberOf({ model }: EntityScene, { first, head }: Mention): string {
  const { tokens, lexicon } = model;
  const isOne = lexicon.data.complements?.includes(tokens[first + 1]?.lower ?? '');
  return tokens[isOne ? first : head]?.tag?.number ?? '';
}

function candidateOf(scene: EntityScene, { meant, share, cue, features }: Belief): EntityCandidate | null {
  const name = speakerPhrase(scene.model, meant, cue);
  const mention = scene.model.mentions[meant];
  const head = scene.headOf(meant);
  if (!name || !head || !mention) return null;
  const noun = scene.wordOf(meant);
  const isPerson = hasClass(head, PERSON | TITLE);
  const isBody = hasClass(head, GROUP | BODY);
  const known = scene.model.lexicon.isDefinite(scene.model.tokens[mention.first]?.lower ?? '');
  return {
    person: -1,
    mention: meant,
    noun,
    name,
    features: scene.row(nounKey(noun), {
      reports: step(scene.places.reportsOf(noun)),
      holders: Math.min(3, scene.countHolders(head.lower)),
      described: Math.min(3, timesDescribing(scene, head.lower)),
      ...standing(features),
      kind: 1,
      human: isPerson ? 5 : isBody ? 4 : hasClass(head, DOCUMENT) ? 3 : 1,
      direct: inFifteenths(share),
      agrees: 3,
      fitsNumber: agreement(scene.verb.number, numberOf(scene, mention)),
      fitsGender: agreement(scene.verb.gender, head.tag && genderOfTag(head.tag)),
      ...(scene.plain >= 0 && scene.wordOf(scene.plain) === noun ? { plain: 2 } : {}),
      isTop: meant === scene.top.meant ? 1 : 0,
      opened: known ? 1 : 0,
      behind: step(Math.abs(scene.quote.sentence - head.sentence)),
      samePlace: Math.max(1, scene.seen.nearness(head)),
      inside: scene.said.includes(head.lower) ? 1 : 0,
    }),
  };
}

/** How often a noun describes somebody whom the article names. */
function timesDescribing(scene: EntityScene, noun: string): number {
  const key = descriptionKey(noun, scene.model.lexicon);
  return scene.people.people.reduce((most, { describedBy }) => Math.max(most, describedBy.get(key) ?? 0), 0);
}
