import { chooseQuotes } from './extract/choose-quotes.ts';
import { findPullQuotes } from './extract/find-pull-quotes.ts';
import { findSpans, isLetterTurn } from './extract/find-spans.ts';
import type { QuotedSpan } from './extract/quotation-marks.ts';
import { readArticle } from './model/article-model.ts';
import { findReportingSubjects } from './model/clause-subjects.ts';
import { lexiconFor } from './model/lexicon.ts';
import type { ArticleModel } from './model/types.ts';
import { rankQuotes } from './ranking/rank-quotes.ts';
import { type Attribution, attributeSpeakers, findReporter } from './speakers/attribute-speakers.ts';
import type { FlatTrees } from './speakers/boosted-trees.ts';
import { chooseEntities } from './speakers/entities/choose-entities.ts';
import { type Choice, entityKey } from './speakers/entities/entity-features.ts';
import { readPeople } from './speakers/people/people.ts';
import { findTopics, isUnnamed, namesOf, shownName } from './speakers/people/shown-name.ts';
import { isPlausible } from './speakers/plausible-speaker.ts';
import { canBeSpeaker, SpeakerPlacesFinder, speakerPhrase } from './speakers/speaker-phrase.ts';
import { isPlain, SPEAKER_BAR, surenessOf } from './sureness.ts';
import type { Quotation, Quote, QuoteContext } from './types.ts';
import { findUncasedQuotes } from './uncased/find-uncased-quotes.ts';

/** Maximum length of a headline that is read, in UTF-16 units. */
const MAX_TITLE_LENGTH = 1000;

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

function cueText(model: ArticleModel, index: number): string | null {
  const cue = model.cues[index];
  const from = model.tokens[cue?.first ?? -1];
  const to = model.tokens[cue?.last ?? -1];
  return from && to ? model.text.slice(from.start, to.end) : null;
}

/** Fitted models that replace the shipped ones, for leave-one-source-out evaluation. */
interface QuoteModels {
  speakers?: FlatTrees;
  entities?: FlatTrees;
}

/** The quoted text, with the pieces of one utterance joined. */
function quotationsOf({ text, spans }: ArticleModel, own: readonly number[]): Quotation[] {
  const quotations: Quotation[] = [];
  let utterance: number | undefined;
  for (const index of own) {
    const span = spans[index];
    if (!span || span.start >= span.end) continue;
    const before = quotations.at(-1);
    const isContinued = before !== undefined && span.utterance !== undefined && span.utterance === utterance;
    const start = isContinued ? before.start : span.start;
    if (isContinued) quotations.pop();
    quotations.push({ start, end: span.end, text: text.slice(start, span.end) });
    utterance = span.utterance;
  }
  return quotations;
}

/**
 * Finds direct quotes with their speakers, in text order. Every quote's `text` is exactly `text.slice(start, end)`.
 * Pure, deterministic and linear in the text; never throws.
 *
 * @param onQuotations receives the quoted passages before their speakers are known
 */
export function findQuotes(
  text: string,
  context: QuoteContext = {},
  models: QuoteModels = {},
  onQuotations?: (quotations: readonly Quotation[]) => void,
): Quote[] {
  const lexicon = lexiconFor(context.lang);
  if (lexicon.data.uncased) return findUncasedQuotes(text, context, lexicon.data.uncased);
  const model = readArticle(text, findSpans(text, lexicon), lexicon);
  const cueSubjects = findReportingSubjects(model);
  const title = context.title?.slice(0, MAX_TITLE_LENGTH) ?? null;
  const table = readPeople(model, title, cueSubjects);
  const quoted = chooseQuotes(model);
  const pulled = findPullQuotes(text, model.spans, quoted);
  const own = quoted.filter((span) => !pulled.repeats.has(span));
  onQuotations?.(quotationsOf(model, own));
  const attributions = attributeSpeakers(model, table, cueSubjects, own, models.speakers);
  const choices = chooseEntities(model, table, attributions, cueSubjects, models.entities);

  const plainNames = namesOf(table.people);
  const where = new SpeakerPlacesFinder(model, table);
  const pieces: Quote[] = [];
  const spans: QuotedSpan[] = [];
  let group = -1;
  let lastKey: string | null = null;
  for (const [i, attribution] of attributions.entries()) {
    const span = model.spans[attribution.span];
    const choice: Choice | undefined = choices[i];
    if (!span || !choice) continue;
    const key = entityKey(choice.entity);
    if (key !== lastKey || key === '') group++;
    lastKey = key;
    const { name, role } = shownName(model, table, attribution, choice, context.byline ?? null);
    // Readers' questions, letters and an interviewer's questions have no speaker.
    const isQuestion = span.asked === true || isLetterTurn(text, span.start);
    const near = choice.entity.mention === attribution.mention;
    const clear =
      name !== null &&
      choice.confidence >= SPEAKER_BAR &&
      !isQuestion &&
      (!near || isPlausible(model, attribution));
    const sureness = clear ? surenessOf(choice.confidence) : null;
    // In an unsupported language, only a name can identify a speaker.
    const isUnsupported = !clear && lexicon.code === 'und';
    const words = text.slice(span.start, span.end);
    const about = findTopics(words, plainNames, name);
    const places = isUnsupported || isQuestion ? null : where.of(attribution, choice, clear);
    spans.push(span);
    pieces.push({
      ...(clear && isUnnamed(model, choice) ? { unnamed: true } : {}),
      ...(places === null ? {} : { places }),
      ...(about.length > 0 ? { about } : {}),
      ...(pulled.sources.has(attribution.span) ? { pulledOut: true } : {}),
      text: words,
      start: span.start,
      end: span.end,
      group,
      speaker:
        lexicon.code === 'und'
          ? clear
            ? name
            : null
          : attribution.mention >= 0 && (clear || canBeSpeaker(model, attribution.mention))
            ? speakerPhrase(model, attribution.mention, attribution.cue)
            : null,
      resolvedSpeaker: clear ? name : null,
      // With a probable speaker, a role would be a second guess.
      role: isPlain({ resolvedSpeaker: clear ? name : null, sureness }) ? role : null,
      cue: isUnsupported ? null : cueText(model, attribution.cue),
      via: findReporter(model, attribution.span, attribution.mention),
      evidence: isUnsupported ? 'none' : evidenceOf(model, attribution),
      confidence: choice.confidence,
      sureness,
      key: 0,
    });
  }
  const quotes = joinPieces(text, pieces, spans);
  const keys = rankQuotes(text, quotes, { ...context, title });
  for (const [i, quote] of quotes.entries()) quote.key = keys[i] ?? 0;
  return quotes;
}

/**
 * Rejoins quotes that were split so that the clause between the pieces names the speaker: «A – said X – B» is one
 * quote, as printed. It gets the speaker of the piece with the highest confidence.
 *
 * @param spans the span of each quote
 */
function joinPieces(text: string, quotes: readonly Quote[], spans: readonly QuotedSpan[]): Quote[] {
  const joined: Quote[] = [];
  let utterance: number | undefined;
  for (const [i, quote] of quotes.entries()) {
    const before = joined.at(-1);
    const own = spans[i]?.utterance;
    if (!before || own === undefined || own !== utterance) {
      joined.push(quote);
      utterance = own;
      continue;
    }
    const { start } = before;
    const { end } = quote;
    const surer = quote.resolvedSpeaker !== null && before.resolvedSpeaker === null ? quote : before;
    const about = [...new Set([...(before.about ?? []), ...(quote.about ?? [])])].filter(
      (name) => name !== surer.resolvedSpeaker,
    );
    const { about: _, ...rest } = surer;
    const pulledOut = before.pulledOut || quote.pulledOut;
    joined[joined.length - 1] = {
      ...rest,
      ...(about.length > 0 && { about }),
      ...(pulledOut && { pulledOut }),
      text: text.slice(start, end),
      start,
      end,
      group: before.group,
    };
  }
  return joined;
}
