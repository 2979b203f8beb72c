import { confidenceLevel, isCertain, MIN_SPEAKER_CONFIDENCE } from './confidence-level.ts';
import { chooseQuotes } from './extract/choose-quotes.ts';
import { findPullQuotes } from './extract/find-pull-quotes.ts';
import { findSpans, isLetterTurn } from './extract/find-spans.ts';
import type { QuotedSpan } from './extract/quotation-marks.ts';
import { analyseArticle } from './model/article-model.ts';
import { findReportingSubjects } from './model/clause-subjects.ts';
import { getLexicon } from './model/lexicon.ts';
import type { ArticleModel } from './model/types.ts';
import { rankQuotes } from './ranking/rank-quotes.ts';
import { type Attribution, attributeSpeakers, findReporter } from './speakers/attribute-speakers.ts';
import type { FlatTrees } from './speakers/boosted-trees.ts';
import { chooseEntities } from './speakers/entities/choose-entities.ts';
import { type Choice, entityKey } from './speakers/entities/entity-features.ts';
import { buildPeopleTable } from './speakers/people/people.ts';
import {
  findMentionedPeople,
  getDisplayedName,
  indexPeopleByName,
  isUnnamed,
} from './speakers/people/shown-name.ts';
import { isPlausible } from './speakers/plausible-speaker.ts';
import { canBeSpeaker, getSpeakerPhrase, SpeakerLocator } from './speakers/speaker-phrase.ts';
import type { Quotation, Quote, QuoteContext } from './types.ts';
import { findUncasedQuotes } from './uncased/find-uncased-quotes.ts';

/** Maximum length of a headline that is read, in UTF-16 units. */
const MAX_TITLE_LENGTH = 1000;

function getEvidence(model: ArticleModel, attribution: Attribution): Quote['evidence'] {
  const quote = model.tokens[model.quoteTokens[attribution.span] ?? -1];
  const mention = model.mentions[attribution.mention];
  const head = mention && model.tokens[mention.head];
  if (!quote || !head) return 'none';
  const isSameSentence = head.sentence === quote.sentence;
  if (isSameSentence && attribution.cue >= 0) return 'cue';
  if (attribution.continues) return 'continues';
  if (isSameSentence) return 'same-sentence';
  return head.paragraph === quote.paragraph ? 'same-paragraph' : 'before';
}

function getCueText(model: ArticleModel, index: number): string | null {
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
function joinUtterances({ text, spans }: ArticleModel, own: readonly number[]): Quotation[] {
  const quotations: Quotation[] = [];
  let utterance: number | undefined;
  for (const index of own) {
    const span = spans[index];
    if (!span || span.start >= span.end) continue;
    const previous = quotations.at(-1);
    const isContinued =
      previous !== undefined && span.utterance !== undefined && span.utterance === utterance;
    const start = isContinued ? previous.start : span.start;
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
  const lexicon = getLexicon(context.lang);
  if (lexicon.data.uncased) return findUncasedQuotes(text, context, lexicon.data.uncased);
  const model = analyseArticle(text, findSpans(text, lexicon), lexicon);
  const cueSubjects = findReportingSubjects(model);
  const title = context.title?.slice(0, MAX_TITLE_LENGTH) ?? null;
  const peopleTable = buildPeopleTable(model, title, cueSubjects);
  const quoteSpans = chooseQuotes(model);
  const pullQuotes = findPullQuotes(text, model.spans, quoteSpans);
  const bodySpans = quoteSpans.filter((span) => !pullQuotes.repeats.has(span));
  onQuotations?.(joinUtterances(model, bodySpans));
  const attributions = attributeSpeakers(model, peopleTable, cueSubjects, bodySpans, models.speakers);
  const choices = chooseEntities(model, peopleTable, attributions, cueSubjects, models.entities);

  const peopleByName = indexPeopleByName(peopleTable.people);
  const speakerLocator = new SpeakerLocator(model, peopleTable);
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
    const { name, role } = getDisplayedName(model, peopleTable, attribution, choice, context.byline ?? null);
    // Readers' questions, letters and an interviewer's questions have no speaker.
    const isQuestion = span.isQuestion === true || isLetterTurn(text, span.start);
    const isNearMention = choice.entity.mention === attribution.mention;
    const isClear =
      name !== null &&
      choice.confidence >= MIN_SPEAKER_CONFIDENCE &&
      !isQuestion &&
      (!isNearMention || isPlausible(model, attribution));
    const sureness = isClear ? confidenceLevel(choice.confidence) : null;
    // In an unsupported language, only a name can identify a speaker.
    const isUnsupported = !isClear && lexicon.code === 'und';
    const quotedText = text.slice(span.start, span.end);
    const about = findMentionedPeople(quotedText, peopleByName, name);
    const places = isUnsupported || isQuestion ? null : speakerLocator.locate(attribution, choice, isClear);
    spans.push(span);
    pieces.push({
      ...(isClear && isUnnamed(model, choice) ? { unnamed: true } : {}),
      ...(places === null ? {} : { places }),
      ...(about.length > 0 ? { about } : {}),
      ...(pullQuotes.sources.has(attribution.span) ? { pulledOut: true } : {}),
      text: quotedText,
      start: span.start,
      end: span.end,
      group,
      speaker:
        lexicon.code === 'und'
          ? isClear
            ? name
            : null
          : attribution.mention >= 0 && (isClear || canBeSpeaker(model, attribution.mention))
            ? getSpeakerPhrase(model, attribution.mention, attribution.cue)
            : null,
      resolvedSpeaker: isClear ? name : null,
      // With a probable speaker, a role would be a second guess.
      role: isCertain({ resolvedSpeaker: isClear ? name : null, sureness }) ? role : null,
      cue: isUnsupported ? null : getCueText(model, attribution.cue),
      via: findReporter(model, attribution.span, attribution.mention),
      evidence: isUnsupported ? 'none' : getEvidence(model, attribution),
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
    const previous = joined.at(-1);
    const currentUtterance = spans[i]?.utterance;
    if (!previous || currentUtterance === undefined || currentUtterance !== utterance) {
      joined.push(quote);
      utterance = currentUtterance;
      continue;
    }
    const { start } = previous;
    const { end } = quote;
    const moreConfident =
      quote.resolvedSpeaker !== null && previous.resolvedSpeaker === null ? quote : previous;
    const about = [...new Set([...(previous.about ?? []), ...(quote.about ?? [])])].filter(
      (name) => name !== moreConfident.resolvedSpeaker,
    );
    const { about: _, ...rest } = moreConfident;
    const pulledOut = previous.pulledOut || quote.pulledOut;
    joined[joined.length - 1] = {
      ...rest,
      ...(about.length > 0 && { about }),
      ...(pulledOut && { pulledOut }),
      text: text.slice(start, end),
      start,
      end,
      group: previous.group,
    };
  }
  return joined;
}
