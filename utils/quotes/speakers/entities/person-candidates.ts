import { descriptionKey } from '../people/descriptions.ts';
import type { Person } from '../people/people-table.ts';
import { personKey } from './article-beliefs.ts';
import type { EntityCandidate } from './entity-candidate.ts';
import { inFifteenths } from './entity-features.ts';
import { type EntityScene, LEAST_BELIEF } from './entity-scene.ts';
import { genderOf, likeliestBelief, likeness, sumOfBeliefs } from './likeliest-mention.ts';
import { standing } from './standing.ts';
import { agreement } from './verb-agreement.ts';

/** People who are ranked for one quote, and of them those whom the text named last. */
const MOST_PEOPLE = 24;
const NAMED_LAST = 10;
/** Belief in the likeliest mention from which its grammar rules others out, and in others below which they are. */
const SURE = 0.5;
const RULED_OUT = 0.25;
/** Mentions from which on a name is somebody's. */
const OFTEN = 3;

/** Those believed in, those named last, those named most, and those who spoke last. */
export function findPeople(scene: EntityScene): EntityCandidate[] {
  const chosen = new Set<number>();
  for (const { meant } of scene.beliefs) chosen.add(scene.people.personOf[meant] ?? -1);
  for (const { person } of scene.seen.named.slice(0, NAMED_LAST)) chosen.add(person);
  for (const person of scene.places.mostNamed) chosen.add(person);
  for (const key of [scene.turns.last, scene.turns.before])
    if (key.startsWith('p')) chosen.add(Number(key.slice(1)));
  chosen.delete(-1);
  return [...chosen].slice(0, MOST_PEOPLE).flatMap((index) => {
    const person = scene.people.people[index];
    return person ? (candidateOf(scene, index, person) ?? []) : [];
  });
}

function candidateOf(scene: EntityScene, index: number, person: Person): EntityCandidate | null {
  const { lexicon, mentions } = scene.model;
  const top = scene.top;
  const own = scene.beliefs.filter(({ meant }) => scene.people.personOf[meant] === index);
  const belief = sumOfBeliefs(own);
  const given = lexicon.givenOf(person.words[0] ?? '') !== 0;
  const alike = likeness(person, top.noun, lexicon);
  // A name that the article takes up again and again is somebody's, known or not.
  const often = person.human >= 0 && person.full + person.short >= OFTEN;
  const likely = person.human >= 2 || (person.human >= 1 && person.words.length > 1 && given) || often;
  const spoke = scene.turns.spokenBy(personKey(index)) > 0;
  if (!likely && !spoke && alike === 0 && belief < LEAST_BELIEF) return null;
  if (belief < RULED_OUT && top.share >= SURE && isRuledOut(scene, person, given)) return null;
  const named = sumOfBeliefs(own.filter(({ meant }) => mentions[meant]?.kind === 'name'));
  const best = likeliestBelief(own);
  return {
    person: index,
    mention: best?.meant ?? -1,
    noun: '',
    name: person.name,
    features: scene.row(personKey(index), {
      ...standing(best?.features),
      ...scene.seen.of(index, top.gender),
      kind: person.words.length > 1 ? 3 : 2,
      human: person.human < 0 ? 1 : person.human < 1 ? 2 : person.human < 2 ? 3 : person.human < 4 ? 4 : 5,
      direct: inFifteenths(named),
      linked: inFifteenths(belief - named),
      pronoun: inFifteenths(pronounBelief(scene, person)),
      agrees: agreement(top.likelyGender, person.gender),
      fitsNumber: person.human > 0 ? agreement(scene.verb.number, 's') : 2,
      fitsGender: agreement(scene.verb.gender, person.gender),
      ...(scene.plain >= 0 && scene.people.personOf[scene.plain] === index ? { plain: 2 } : {}),
      given: given ? 1 : 0,
      hasRole: person.role ? 1 : 0,
      alike,
      described: Math.min(3, person.describedBy.get(descriptionKey(top.noun, lexicon)) ?? 0),
      isTop: best !== null && best.meant === top.meant ? 1 : 0,
      inside: person.words.some((word) => word.length > 2 && scene.said.includes(word)) ? 1 : 0,
    }),
  };
}

/** "she said" is no man and no body, and "a friend said" nobody whom the article names. */
function isRuledOut({ top }: EntityScene, { gender, human }: Person, given: boolean): boolean {
  const { gender: said, introduces } = top;
  if (said && gender && said !== gender) return true;
  if (said && (human < 0 || (human < 1 && !given))) return true;
  return introduces;
}

function pronounBelief(scene: EntityScene, { gender }: Person): number {
  const pronouns = scene.beliefs.filter(({ meant }) => {
    if (scene.model.mentions[meant]?.kind !== 'pronoun') return false;
    const said = genderOf(scene.model, meant);
    return !said || !gender || said === gender;
  });
  return sumOfBeliefs(pronouns);
}
