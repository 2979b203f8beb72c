import { ATTACHED_CUES } from './begging-cues.ts';
import { cueBits } from './phrase-book.ts';
import { readClauses, readCues, saysOwn } from './read-cues.ts';

/*
 * A line in the flow of an article may be about subscriptions, newsletters or gifts. It tells of them, where a site's
 * own line asks: it begins with what is to be done, or says whose it is ("our newsletter"), and says little else.
 */

const REQUESTS = cueBits('ask', 'subscribe', 'donate', 'app', 'push');
/** Most of a line that may tell something, as a share of its characters: with "our" or a link, and without. */
const TOLD_BESIDE = 0.5;
const TOLD = 0.34;
/** A request without a link and without "our" is no longer than a button's neighbour; in characters. */
const SHORT = 90;

const QUOTED = /["“„«][^"“”„«»]*["”“»]|(?<!\p{L})[‘‚‹][^‘‚‹›]*?[’‘›](?!\p{L})|「[^」]*」/gu;

/** A text without what stands in quotation marks: what somebody is quoted as asking is told, not asked. */
export function unquote(text: string): string {
  return /["“„«‘‚‹「]/.test(text) ? text.replace(QUOTED, ' x ') : text;
}

/** Two words or more after a comma or a dash, or before a colon, up to the end of a sentence. */
const SENTENCE = /[^.!?…]+/g;
const LAST_PART = /^(.*)[,–—]\s*(\p{L}+\s+\p{L}[^,–—:]*)(?::.*)?$/su;

/**
 * Whether a request is called out by somebody in the story: "Join our union, the drivers chanted." A site's own line
 * goes on with what is offered, or ends.
 */
function isReported(text: string): boolean {
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const [, said = '', rest = ''] = LAST_PART.exec(sentence.trim()) ?? [];
    if (rest === '' || (readCues(said) & REQUESTS) === 0) continue;
    if ((readCues(rest) & ATTACHED_CUES) === 0 && !saysOwn(rest)) return true;
  }
  return false;
}

/**
 * Whether a line asks something of the user, rather than telling something.
 *
 * @param leads it has a link or a button to where it can be done
 */
export function isAsking(text: string, leads: boolean): boolean {
  if (!leads && isReported(text)) return false;
  let all = 0;
  let told = 0;
  let isOwn = false;
  let begins = false;
  for (const clause of readClauses(unquote(text))) {
    all += clause.length;
    if ((clause.cues & ATTACHED_CUES) === 0 && !clause.isOwn) told += clause.length;
    if ((clause.cues & REQUESTS) === 0) continue;
    isOwn ||= clause.isOwn;
    begins ||= (clause.opening & REQUESTS) !== 0;
  }
  if (told > all * (isOwn || leads ? TOLD_BESIDE : TOLD)) return false;
  return isOwn || (begins && (leads || all <= SHORT));
}
