import { subjectBehind } from './behind-verb.ts';
import type { Cue } from './cue.ts';
import { headOfPhrase, linkSubject } from './subject-link.ts';
import type { ArticleModel } from './types.ts';

/** Mentions looked at in front of a cue. */
const LOOK = 3;

/** The subject in front of a cue, as an index into the mentions, or -1. */
export function subjectBefore(model: ArticleModel, cue: Cue): number {
  const edge = model.mentionFrom[cue.first] ?? 0;
  let inside = -1;
  let aside = -1;
  for (let m = edge - 1; m >= 0 && m >= edge - LOOK; m--) {
    const mention = model.mentions[m];
    if (!mention || mention.sentence !== cue.sentence) break;
    const link = linkSubject(model, mention, cue);
    if (/^(?:subject|apposition|relative|head)$/.test(link)) return m;
    // "One of the authors, Dana Reed, a professor at Harbor, said"
    if (link === 'aside' && mention.kind === 'name' && model.lexicon.code === 'en') aside = m;
    // "anglers on the quay chanted", "anglers standing on the quay chanted"
    if (link === 'verbs' && inside >= 0) return m;
    if (link === 'inside' && m === edge - 1 && headOfPhrase(model, m) === m) inside = m;
  }
  return inside >= 0 ? inside : aside;
}

/** Mentions that are the subject of a reporting verb anywhere in the article, quoting or not. */
export function findCueSubjects(model: ArticleModel): Set<number> {
  const subjects = new Set<number>();
  for (const cue of model.cues) {
    if (cue.kind === 'phrase') continue;
    const before = subjectBefore(model, cue);
    if (before >= 0) {
      subjects.add(before);
      continue;
    }
    const after = model.mentionFrom[cue.last + 1] ?? 0;
    const mention = model.mentions[after];
    if (!mention || mention.sentence !== cue.sentence) continue;
    const link = linkSubject(model, mention, cue);
    if (link === 'inverted' || link === 'source') {
      subjects.add(after);
      continue;
    }
    const behind = subjectBehind(model, cue.last + 1);
    const far = model.mentions[behind];
    if (far && linkSubject(model, far, cue) === 'inverted-adverb') subjects.add(behind);
  }
  return subjects;
}
