/** What grouping has to know about an article. Pure, deterministic, and bounded for texts of any length. */

import type { Quote } from '../quotes/types.ts';
import type { StoryProfile } from './story-types.ts';

export interface ProfileInput {
  id: string;
  title: string | null;
  /** Paragraphs separated by `\n\n`. */
  text: string;
  /** BCP 47 tag, or null. */
  lang: string | null;
  host: string;
  /** Publication, or else the save; milliseconds since 1970. */
  publishedAt: number;
  /** Addresses of the article itself, for example the saved and the canonical one. */
  addresses: readonly string[];
  /** Addresses that the article's text links to. */
  linkedAddresses: readonly string[];
  quotes: readonly Pick<Quote, 'text' | 'resolvedSpeaker' | 'about' | 'unnamed'>[];
}

/** Increases when profiles computed before are no longer comparable and have to be computed again. */
export const STORY_PROFILE_VERSION = 1;

/** Computes the profile of an article. Never throws. */
export function profileArticle(input: ProfileInput): StoryProfile {
  const { id, publishedAt, host, lang, addresses } = input;
  return {
    articleId: id,
    publishedAt,
    host,
    lang: lang?.split('-')[0]?.toLowerCase() ?? null,
    terms: [],
    headlineTerms: 0,
    names: [],
    prints: [],
    links: [],
    addresses: [...addresses],
  };
}
