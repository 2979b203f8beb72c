import type { Block } from './read-blocks.ts';
import { readWords } from './read-dates.ts';

/** What newsrooms print under an article about its makers and rights, and what asks the reader for something. */
const CREDITS: readonly RegExp[] = [
  /\b(?:can|may) be (?:reached|contacted|followed)\b|\breach (?:the reporters?|him|her|them|me|us)\b|\bcontact (?:the (?:reporter|writer|author)s?|him|her|me|us)\b/i,
  /\bfollow (?:him|her|them|us|me|@?\w+(?: \w+)?) (?:on|@|at|:)|\bfollow AP\b|\bon (?:Twitter|X|Instagram|Bluesky|Threads|Mastodon|Facebook)\b.{0,20}@\w+/i,
  /\b(?:contributed (?:to|reporting)|reporting by|additional reporting|edited by|editing by|written by|translated by|compiled by)\b/i,
  /^\W*(?:©|copyright|citation:|this (?:document|material|article|story|post|piece|column|essay|content) (?:is|was|has been|may|first|originally|appeared|appears)\b|the views? expressed|views expressed|disclaimer|disclosure|opinions expressed)/i,
  /\b(?:is|was|are) (?:a|an|the) (?:[\w&'’.-]+ ){0,6}(?:reporter|correspondent|editor|writer|columnist|journalist|freelancer|contributor|author|producer|professor|fellow|analyst|lecturer|photographer|blogger|podcaster|founder|co-founder|strategist|consultant)s?\b/i,
  /\b(?:sign up|subscribe|register now|join our|support our|donate|become an? (?:[\p{L}'’-]+ ){0,3}(?:member|subscriber|supporter|patron))\b|\bnewsletters?\b/iu,
  /\b(?:send|submit) (?:us )?(?:your )?(?:tips?|letters?|feedback|a tip)\b|\bgot a (?:tip|story)\b|\bhave a (?:tip|story|question|correction)\b|\be-?mail\b.{0,60}@/i,
  /^\W*(?:quellen?|fonte|fuente|źródło|källa|kilde|bron|источник|via|source|sources|image|images|photo|foto|crédits?|autor|autorin|agencies|dpa|afp|reuters|ap|ansa|efe|pap|tasr)\b\W.{0,80}$/i,
  /\b(?:arbeitet|schreibt|ist) (?:als|für|seit|redakteur\w*|freie\w*|autor\w*|journalist\w*)\b.{0,200}$/i,
];
/** Only so many blocks from the end can be credits. */
const MOST_CREDITS = 7;
/** Longer ones are told as part of the text. */
const LONGEST_CREDIT = 520;
const LONGEST_DATELINE = 130;

const isCredit = (text: string): boolean =>
  text.length < LONGEST_CREDIT && CREDITS.some((rule) => rule.test(text));

const isDateLine = (text: string): boolean =>
  text.length < LONGEST_DATELINE && !/[.!?…]["'”’»)]?$/.test(text) && readWords(text) !== null;

const isBylineLine = (text: string): boolean =>
  text.length < 80 &&
  /^(?:by|von|par|por|di|door|av|przez|written by|posted by|reporting by)\s+\p{Lu}/iu.test(text) &&
  !/[.!?]$/.test(text);

/**
 * Takes datelines and bylines off the beginning and credits, contacts and notices off the end.
 */
export function trimEdges(blocks: readonly Block[]): Block[] {
  let start = 0;
  while (start < 3 && start < blocks.length - 1) {
    const text = blocks[start]?.text ?? '';
    if (!isDateLine(text) && !isBylineLine(text)) break;
    start++;
  }
  let end = blocks.length;
  for (let i = blocks.length - 1; i > start && i >= blocks.length - MOST_CREDITS; i--) {
    const block = blocks[i];
    if (block === undefined || block.box.tag === 'blockquote' || block.box.parent?.tag === 'blockquote')
      break;
    const text = block.text;
    if (isCredit(text) || isDateLine(text) || isBylineLine(text) || /^[^\p{L}\p{N}_]+$/u.test(text)) end = i;
    else break;
  }
  const kept = blocks.slice(start, end);
  const before = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const after = kept.reduce((sum, block) => sum + block.text.length, 0);
  return after > before * 0.6 ? kept : [...blocks];
}
