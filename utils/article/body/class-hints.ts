/**
 * Hints in an element's names (class, id, role, itemprop), as bits. Nearly all authors name elements by their purpose and in
 * English. The words are those of common content management systems.
 */
export const HINT = {
  body: 1,
  comment: 2,
  related: 4,
  promo: 8,
  share: 16,
  nav: 32,
  meta: 64,
  bio: 128,
  caption: 256,
  lede: 512,
  side: 1024,
  wall: 2048,
} as const;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [
    HINT.body,
    /\b(?:article|story|post|entry|news|main|page|blog|single|content|text|copy)[ _-]*(?:body|content|text|copy|main)\b|\barticlebody\b|\bbody[ _-]*(?:copy|text|content)\b|\brich-?text\b|\bprose\b/,
  ],
  [
    HINT.comment,
    /\b(?:comments?|commentlist|comment-?area|disqus|respond|repl(?:y|ies)|discussion|livefyre)\b/,
  ],
  [
    HINT.related,
    /\b(?:related\w*|recommend\w*|recirc\w*|more[ _-](?:on|from|stor\w+|news|articles?|posts?|in|like|to)|read[ _-]?(?:next|also|on)|also[ _-]?(?:read|like)|teasers?|trending|popular|most[ _-](?:read|popular|viewed)|latest|up[ _-]?next|next[ _-](?:up|post|article|stor\w+)|prev(?:ious)?[ _-](?:post|article|next)|suggest\w*|see[ _-]also|outbrain|taboola|zergnet|revcontent|jp[ _-]relatedposts|onward|further[ _-]reading|you[ _-]may|promoted|cards?[ _-]?(?:list|grid)|fact-?box|info-?box|pull-?quotes?|float-?(?:rhs|right))\b|(?:^|\s)(?:next|prev(?:ious)?)(?:\s|$)/,
  ],
  [
    HINT.promo,
    /\b(?:newsletters?|subscri\w+|sign[ _-]?up|opt-?in|mailing[ _-]?list|mailchimp|mc[ _-]embed|donat\w+|membership|adverts?|advertis\w+|ads?|ad[ _-]?(?:slot|unit|container|wrapper|box|break|placeholder)|dfp|sponsor\w*|banner|promos?|promotion\w*|cta|call[ _-]to[ _-]action|app[ _-]promo|nags?|cookies?|consent|gdpr|pop-?up|modal|lightbox|overlay|adsbygoogle|affiliate\w*)\b/,
  ],
  // Both the content for subscribers and notices about it can have these names.
  [HINT.wall, /\b(?:pay-?walls?|reg-?walls?|piano)\b/],
  [
    HINT.share,
    /\b(?:shar(?:e|es|ing|edaddy)\w*|social\w*|follow[ _-]?us|addthis\w*|addtoany\w*|a2a|sharethis|likes?|reactions?|print[ _-]?(?:button|link|tools)|tools?|toolbar|actions?|buttons?)\b/,
  ],
  [
    HINT.nav,
    /\b(?:nav(?:bar|igation|list|menu)?|menus?|breadcrumbs?|pagination|pager|page[ _-]links|skip[ _-]?links?|table[ _-]of[ _-]contents|toc[ _-](?:list|container|wrapper|nav|menu|box|table|title)|screen[ _-]reader\w*|sr[ _-]only|visually[ _-]?hidden|assistive|(?<!(?:has|with)[ _-])tool-?tip|search(?:form|box)?|login)\b|(?:^|\s)toc(?:\s|$)/,
  ],
  [
    HINT.side,
    /(?:^|\s)(?:(?:left|right|side|primary|secondary|widget|site|page|main|blog|post|article)-)?(?:sidebar|side-bar|rail|aside|widget-area)(?:-(?:left|right|primary|secondary|inner|area|wrapper|container|col|column|widget\w*))?(?:\s|$)|\b(?:footer|foot|masthead|site-header|testimonials?|colophon)\b/,
  ],
  [
    HINT.meta,
    /\b(?:by-?lines?|authors?|contributors?|meta|metadata|datelines?|dates?|time(?:stamp)?|published|updated|posted[ _-]?(?:on|by|in)?|tags?|tag[ _-]?(?:list|s|cloud)|tagged|topics?|keywords?|categor\w+|cat[ _-]links|kickers?|eyebrow|reading[ _-]?time|article[ _-]?info|post[ _-]?info|entry[ _-]?(?:meta|footer|header|utility)|copyright|source|credits?)\b/,
  ],
  [
    HINT.bio,
    /\b(?:(?:about[ _-](?:the[ _-])?)?author[ _-]?(?:bio|box|info|card|profile|details?|description|about|block|area)|about[ _-]?(?:the[ _-])?author|bio(?:graphy|s)?|writer[ _-]?(?:bio|info)|guest[ _-]author|contributor[ _-](?:bio|info))\b/,
  ],
  [
    HINT.caption,
    /\b(?:(?:wp-)?captions?\w*|fig(?:ure)?[ _-]?captions?|legend|credits?|(?:photo|image|picture|media|img|video)[ _-]?(?:credits?|captions?|info|desc\w*|meta|text|byline|source|title|details\w*)|cutline|gallery\w*|slideshows?|carousel|slider|slick\w*|swiper\w*)\b/,
  ],
  [
    HINT.lede,
    /\b(?:standfirst|sub-?(?:title|head(?:line|ing)?)|deck|dek|summary|abstract|lead|lede|intro(?:duction)?|teaser-?text|excerpt|chapo|chapeau|kurztext|vorspann)\b/,
  ],
];

const cache = new Map<string, number>();
const MAX_CACHED = 4000;
/** Maximum length that is read, in characters. Longer names are lists of utility classes, without further hints. */
const MAX_NAME_LENGTH = 300;

/** @returns the `HINT` bits of the names */
export function readHints(names: string): number {
  if (names === '') return 0;
  const cached = cache.get(names);
  if (cached !== undefined) return cached;
  const words = names
    .slice(0, MAX_NAME_LENGTH)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/_+/g, '-')
    .toLowerCase();
  let hints = 0;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(words)) hints |= bit;
  if (cache.size > MAX_CACHED) cache.clear();
  cache.set(names, hints);
  return hints;
}
