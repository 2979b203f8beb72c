import { namingStems, speakers, speechVerbs } from '../../languages/ja/uncased.ts';
import { anyOf, longestSuffix, type SpanContext, type UncasedGrammar } from './types.ts';
import { findQuotesOnly } from './without-speakers.ts';

const SPEAKERS = new Set(speakers);
const SPEECH_VERBS = new RegExp(anyOf(speechVerbs), 'u');
const NAMING_STEMS = new RegExp(`^(?:など|と|い|も|った|、)*${anyOf(namingStems)}`, 'u');
/** と after the closing mark shows that the text is quoted. */
const QUOTATIVE_PARTICLE = /^(?:[（(][^（）()]*[）)])?(?:など)?(?:といった|という|との|として|とし|って|と)/u;
/** という joins a quotation to a noun; with these nouns it is speech. */
const SPEECH_NOUN =
  /^[^、。]{0,8}(?:声|意見|指摘|批判|不満|考え|思い|コメント|発言|メッセージ|要望|訴え|反応|感想|期待|懸念|不安|疑問|見方|主張|証言|説明|回答)/u;
/** Questions or criticism to which another person replies. */
const REPORTED_QUESTION = /^(?:と|など)の(?:質問|問い|問いかけ|指摘|批判|声)[にが]/u;
const SENTENCE_ENDING =
  /(?:[。！？!?…]|です|ます|ません|ない|たい|た|だ|よ|ね|か|な|ぞ|う|る|い|ろ|て|のに|から|けど|ので|れ|せ|べき|はず|こと|ん|く|す|む|つ|ぶ|ぬ|ぐ|さ|の|が)$/u;

const isSentence = (quote: string): boolean =>
  (/[。！？!?]/u.test(quote) && quote.length >= 6) ||
  (quote.length >= 8 && SENTENCE_ENDING.test(quote)) ||
  (quote.length >= 12 &&
    /[はがをにで]/u.test(quote) &&
    /(?:一言|のみ|よう|ところ|次第|通り|完敗|決断|方針|考え)$/u.test(quote)) ||
  quote.length >= 24;

/** Whether a text ends with a noun for a person or an organisation: 大森健一町長, 西川ハルさん（78）. */
const endsWithSpeaker = (words: string): boolean =>
  longestSuffix(words.replace(/[（(][^（）()]{1,16}[）)]$/u, ''), SPEAKERS) !== null;

/** Particles that mark the subject or source of a statement. */
const PARTICLES = /は|が|も|によると|によれば|からは/gu;

/** Whether a speaker comes before the opening mark, in headlines or before a colon: 首相「…」, 山田氏：「…」. */
function isAfterSpeaker({ before, isHeadline }: SpanContext): boolean {
  const words = before.replace(/[：:]$/u, '');
  return (isHeadline || words !== before) && endsWithSpeaker(words);
}

function isQuote(context: SpanContext): boolean {
  const { before, after, quote, isHeadline } = context;
  const isFullSentence = isSentence(quote);
  const particle = QUOTATIVE_PARTICLE.exec(after)?.[0];
  if (particle !== undefined) {
    const rest = after.slice(particle.length);
    if (NAMING_STEMS.test(rest) || NAMING_STEMS.test(after))
      return isFullSentence && /書か|記され/u.test(rest.slice(0, 10));
    if (/^[「『]/u.test(rest)) return false;
    if (/^と(?:明記|記載|表記)/u.test(after) || REPORTED_QUESTION.test(after)) return isFullSentence;
    if (particle.endsWith('いう') && !SPEECH_NOUN.test(rest)) return false;
    const verb = SPEECH_VERBS.exec(after.split('。', 1)[0] ?? '');
    return isFullSentence || (verb !== null && (quote.length >= 6 || verb.index <= 12));
  }
  if (!isFullSentence) return isHeadline && quote.length >= 4 && isAfterSpeaker(context);
  const isAtSentenceEnd = /^(?:[（(][^（）()]*[）)])?[」』]?(?:[。．\n]|$)|^[ 　]/u.test(after);
  if (isHeadline || !isAtSentenceEnd) return isHeadline;
  if (isAfterSpeaker(context) || /^[\s　◆■▽―…]*$/u.test(before)) return true;
  return (
    /(?:によると|によれば|は|が)[、，]?$/u.test(before) &&
    [...before.matchAll(PARTICLES)].some(({ index }) => endsWithSpeaker(before.slice(0, index)))
  );
}

/** Finds quotes in Japanese, without their speakers. */
export const japanese: UncasedGrammar = findQuotesOnly({
  sentenceEnd: /[。！？!?](?:[」』）]*)/gu,
  isQuote,
  isJoined: (between) => /^[」』]?(?:、|や|と|も|・|、[^。「」]{1,24}は、?)?$/u.test(between),
});
