import { runAtOnce, type Steps } from '../page/in-slices.ts';
import { chooseQuotes } from './extract/choose-quotes.ts';
import { findPullQuotes } from './extract/find-pull-quotes.ts';
import { findSpans } from './extract/find-spans.ts';
import type { QuotedSpan } from './extract/quotation-marks.ts';
import { isLetterTurn } from './extract/transcripts.ts';
import { joinPieces } from './join-pieces.ts';
import { type ArticleModel, readArticle } from './model/article-model.ts';
import { findCueSubjects } from './model/cue-subjects.ts';
import { lexiconFor } from './model/lexicon.ts';
import { rankQuotes } from './ranking/rank-quotes.ts';
import { type Attribution, attributeSpeakers } from './speakers/attribute-speakers.ts';
import { chooseEntities } from './speakers/choose-entities.ts';
import type { FlatTrees } from './speakers/boosted-trees.ts';
import { jointSpeaker } from './speakers/joint-speakers.ts';
import { type PeopleTable, readPeople } from './speakers/people.ts';
import { findPlainSpeaker } from './speakers/plain-speaker.ts';
import { speakerJudge } from './speakers/plausible-speaker.ts';
import { findReporter } from './speakers/reporter.ts';
import { resolveSpeakers } from './speakers/resolve-speakers.ts';
import { speakerPhrase } from './speakers/speaker-phrase.ts';
import { namesOf, spokenAbout } from './speakers/spoken-about.ts';
import type { Quotation, Quote, QuoteContext } from './types.ts';
import { findUncasedQuotes } from './uncased/find-uncased-quotes.ts';

/** What is read of a headline; in UTF-16 units. */
const LONGEST_TITLE = 1000;

/** Confidence from which a speaker is named; below it the speaker is unclear. */
const SPEAKER_BAR = 0.4;

function evidenceOf(model: ArticleModel, attribution: Attribution): Quote['evidence'] {
  const quote = model.tokens[model.quoteTokens[attribution.span] ?? -1];
  const mention = model.mentions[attribution.mention];
  const head = mention && model.tokens[mention.head];
  if (!quote || !head) return 'none';
  const same = head.sentence === quote.sentence;
  if (same && attribution.cue >= 0) return 'cue';
  if (attribution.continues) return 'continues';
  if (same) return 'same-sentence';
  return head.paragraph === quote.paragraph ? 'same-paragraph' : 'before';
}

function phrase(model: ArticleModel, first: number, last: number): string | null {
  const from = model.tokens[first];
  const to = model.tokens[last];
  if (!from || !to) return null;
  return model.text.slice(from.start, to.possessive ? to.start + to.text.length : to.end);
}

function personOf(model: ArticleModel, table: PeopleTable, mention: number): { name: string } | undefined {
  const known = table.people[table.personOf[mention] ?? -1];
  const { first = 0, last = 0 } = model.mentions[mention] ?? {};
  return known ?? { name: phrase(model, first, last) ?? '' };
}

function joinNames(one: string | null | undefined, other: string, before: boolean): string | null {
  if (!one) return null;
  return before ? `${other} and ${one}` : `${one} and ${other}`;
}

/** Fitted models other than those that ship: for fitting and for measuring by leaving sources out. */
export interface QuoteModels {
  speakers?: FlatTrees;
  entities?: FlatTrees;
  bar?: number;
}

/**
 * Finds direct quotes with their speakers, in order of the text. Every quote's `text` is exactly
 * `text.slice(start, end)`. Pure, deterministic and linear in the text; never throws.
 */
export function findQuotes(text: string, context: QuoteContext = {}, models?: QuoteModels): Quote[] {
  return runAtOnce(findQuotesInSteps(text, context, undefined, models));
}

/**
 * The same bit by bit, for long texts.
 *
 * @param onQuotations told what is quoted, before it is known by whom
 */
export function* findQuotesInSteps(
  text: string,
  context: QuoteContext = {},
  onQuotations?: (quotations: readonly Quotation[]) => void,
  models: QuoteModels = {},
): Steps<Quote[]> {
  const lexicon = lexiconFor(context.lang);
  if (lexicon.data.uncased) return yield* findUncasedQuotes(text, context, lexicon.data.uncased);
  const model = yield* readArticle(text, yield* findSpans(text, lexicon), lexicon);
  const cueSubjects = yield* findCueSubjects(model);
  const title = context.title?.slice(0, LONGEST_TITLE) ?? null;
  const table = yield* readPeople(model, title, cueSubjects);
  const quoted = yield* chooseQuotes(model);
  const pulled = yield* findPullQuotes(text, model.spans, quoted);
  const own = quoted.filter((span) => !pulled.repeats.has(span));
  onQuotations?.(
    own.flatMap((span) => {
      const { start = 0, end = 0 } = model.spans[span] ?? {};
      return start < end ? { start, end, text: text.slice(start, end) } : [];
    }),
  );
  const attributions = yield* attributeSpeakers(model, table, cueSubjects, own, models.speakers);
  const speakers = new Set(attributions.map((attribution) => attribution.mention));
  const resolved = yield* resolveSpeakers(model, table, speakers, cueSubjects, context.byline ?? null);

  yield;
  const isPlausible = speakerJudge(model, table, cueSubjects);
  const plainNames = namesOf(table.people);
  const pieces: Quote[] = [];
  const spans: QuotedSpan[] = [];
  let group = -1;
  let lastMention = -2;
  yield;
  const choices = models.entities ? yield* chooseEntities(model, table, attributions, cueSubjects, models.entities) : [];
  for (const [nth, attribution] of attributions.entries()) {
    yield;
    const span = model.spans[attribution.span];
    if (!span) continue;
    if (attribution.mention !== lastMention || attribution.mention < 0) group++;
    lastMention = attribution.mention;
    // Without words of the language only the layout names a speaker ("LINDQVIST: …").
    const asks = isLetterTurn(text, span.start);
    const unknown =
      lexicon.code === 'und' &&
      (model.mentions[attribution.mention]?.kind !== 'name' ||
        findPlainSpeaker(model, model.quoteTokens[attribution.span] ?? -1).mention !== attribution.mention);
    const nameless = asks || unknown;
    const mention = nameless ? undefined : model.mentions[attribution.mention];
    const cue = model.cues[attribution.cue];
    const who = nameless ? undefined : resolved.get(attribution.mention);
    const confidence = attribution.confidence * (who?.confidence ?? 0);
    const clear = confidence >= SPEAKER_BAR && isPlausible(attribution);
    const about = spokenAbout(text.slice(span.start, span.end), plainNames, who?.name ?? null);
    const partner = jointSpeaker(model, attribution.mention, attribution.cue);
    const second = partner < 0 ? undefined : personOf(model, table, partner);
    const names = second
      ? joinNames(who?.name, second.name, partner < attribution.mention)
      : (who?.name ?? null);
    spans.push(span);
    const choice = choices[nth];
    if (choice) {
      const { entity } = choice;
      const shown = entity.name !== null && choice.confidence >= (models.bar ?? 0.5) && !asks;
      pieces.push({
        text: text.slice(span.start, span.end),
        start: span.start,
        end: span.end,
        group,
        speaker: mention ? speakerPhrase(model, attribution.mention, attribution.cue) : null,
        resolvedSpeaker: shown ? entity.name : null,
        role: shown ? (table.people[entity.person]?.role ?? null) : null,
        cue: cue ? phrase(model, cue.first, cue.last) : null,
        via: null,
        evidence: nameless ? 'none' : evidenceOf(model, attribution),
        confidence: choice.confidence,
        key: 0,
      });
      continue;
    }
    pieces.push({
      ...(about.length > 0 ? { about } : {}),
      ...(pulled.sources.has(attribution.span) ? { pulledOut: true } : {}),
      text: text.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      group,
      speaker: mention ? speakerPhrase(model, attribution.mention, attribution.cue) : null,
      resolvedSpeaker: clear && !nameless ? names : null,
      role: clear && !second ? (table.people[who?.person ?? -1]?.role ?? null) : null,
      cue: cue ? phrase(model, cue.first, cue.last) : null,
      via: findReporter(model, attribution.span, attribution.mention),
      evidence: nameless ? 'none' : evidenceOf(model, attribution),
      confidence,
      key: 0,
    });
  }
  yield;
  const quotes = joinPieces(text, pieces, spans);
  const keys = yield* rankQuotes(text, quotes, { ...context, title });
  for (const [i, quote] of quotes.entries()) quote.key = keys[i] ?? 0;
  return quotes;
}
