import type { Feature } from './weights.ts';

/**
 * Classifies links by the words in their URL. A word counts only as a whole part of the host or path, so that the URL of a
 * story about newsletters does not match. `support.<host>` (a help desk) and `/members/<name>` (a profile) don't match.
 */
const TARGETS: readonly [feature: Feature, pattern: RegExp][] = [
  [
    'linkNewsletter',
    /(^|[/.?&=#_-])(e?-?newsletters?(-?(sign-?up|subscription|form|page|anmeldung|abo))?|email-?sign-?up|mailing-?list|list-manage|boletin(es)?|infolettre|rozsylka|rundbrief)([/.?&=#_-]|$)/i,
  ],
  [
    'linkSubscribe',
    /(^|[/.?&=#_-])(subscribe|subscriptions?|subscribenow|signup|sign-up|suscri(bete|birse|pcion(es)?)|abo(s|shop|nnieren)?|abonn(ement|ements|er|ez-vous)|abbonamenti|prenumerata|assin(e|atura|aturas)|peredplata|memberships?|members?(?=\.|\/?$)|join|offers?)([/.?&=#_-]|$)/i,
  ],
  [
    'linkDonate',
    /(^|[/.?&=#_-])(donat(e|ion|ions)|donar|donaciones|contribut(e|ions?)|support(-?us|(?=[_-]|\/?$|\.(html?|php|aspx?)$))|spenden?|unterstuetz(en|ung)|faire-?un-?don|soutenir|soutenez|apoya|wesprzyj|apoie|doe|pidtrymaty|patreon|paypal|paypalme|ko-fi|buymeacoffee|steadyhq|liberapay|donorbox|gofundme)([/.?&=#_-]|$)/i,
  ],
  [
    'linkApp',
    /(apps|itunes)\.apple\.com|play\.google\.com\/store|appgallery|(^|\/)(apps?|mobile-?apps?)(\/|$)/i,
  ],
];

/** A quick check, so that most URLs need not be tested for each target. */
const MAYBE_TARGET =
  /news?l|mail|list|bolet|rozs|rundb|subscr|sign-?up|suscr|abo|abbo|prenum|assin|pered|member|join|offer|donat|donar|donac|contrib|support|spend|unterst|don|sout|apoy|wesp|apoi|doe|pidtr|patr|paypal|ko-fi|coffee|steady|libera|gofund|app|purl\.com|stripe|collective|raisenow/i;

/** Maximum length of a URL, in characters; longer ones are ignored. */
const MAX_LENGTH = 300;

const HYPHEN = 45;
const SLASH = 47;
const QUESTION = 63;
const HASH = 35;

/** Whether a URL has a path segment with many words, like those of stories. */
export function isStoryUrl(url: string): boolean {
  let hyphens = 0;
  for (let at = 0; at < url.length; at++) {
    const code = url.charCodeAt(at);
    if (code === HYPHEN) hyphens += 1;
    else if (code === SLASH) hyphens = 0;
    else if (code === QUESTION || code === HASH) return false;
    if (hyphens > 3) return true;
  }
  return false;
}

/** Whether a URL may be a payment or sign-up page. Has false positives, but no false negatives. */
export function mayBeTarget(url: string): boolean {
  return url.length <= MAX_LENGTH && MAYBE_TARGET.test(url);
}

/** The kind of promotion that a URL serves, or null. */
export function classifyTarget(url: string): Feature | null {
  if (!mayBeTarget(url)) return null;
  if (isMailingListPage(url)) return 'linkNewsletter';
  if (isStoryUrl(url)) return null;
  const path = url.replace(/^https?:\/\/(www\.)?/i, '/').split(/[?#]/, 1)[0] ?? '';
  for (const [feature, pattern] of TARGETS) if (pattern.test(path)) return feature;
  return null;
}

/** Words that also occur in URLs of shops, forums, help desks and account pages. */
const AMBIGUOUS =
  /(^|[/.])(offers?|join|members?|support|help|apps?|mobile-?apps?|sign-?up|sign-?in|log-?in|auth|identity|account|register)([/._-]|$)/i;

/** The last two labels of a host, or three if the second to last is short (`co.uk`). */
function siteOf(host: string): string {
  const parts = host.toLowerCase().split('.');
  const isShort = parts.length > 2 && (parts.at(-2)?.length ?? 0) <= 3;
  return parts.slice(isShort ? -3 : -2).join('.');
}

const APP_STORE = /^(?:https?:)?\/\/(?:apps|itunes)\.apple\.com|play\.google\.com\/store|appgallery/i;
/** Minimum length of a site's name, in characters; shorter ones are part of other words. */
const MIN_NAME_LENGTH = 4;

/** Whether an app store URL contains the name of the site. */
function isOwnApp(url: string, host: string): boolean {
  const name = siteOf(host).split('.', 1)[0]?.replaceAll('-', '') ?? '';
  return name.length >= MIN_NAME_LENGTH && url.toLowerCase().replaceAll('-', '').includes(name);
}

/**
 * Whether a URL is an offer of this site and nothing else: a page that sells subscriptions, the page of a mailing list with a
 * mailing service, or the site's app in a store.
 *
 * @param host the page's host
 */
export function isOwnOffer(url: string, host: string): boolean {
  if (isMailingListPage(url)) return true;
  if (APP_STORE.test(url)) return isOwnApp(url, host);
  const [, linkHost, path] = /^(?:https?:)?\/\/([^/?#:]+)[^/?#]*([^?#]*)/i.exec(url) ?? [];
  if (linkHost === undefined ? /^[a-z]+:|^#|^\?/i.test(url) : siteOf(linkHost) !== siteOf(host)) return false;
  const linkPath = path ?? url.split(/[?#]/, 1)[0] ?? '';
  return !AMBIGUOUS.test(linkHost === undefined ? linkPath : `${linkHost.replace(/^www\./i, '')}${linkPath}`);
}

/** Whether the last segment of a URL names an offer; deeper pages can be issues of the newsletter. */
export function isDirectOffer(url: string): boolean {
  if (isMailingListPage(url)) return true;
  const last = /([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1];
  return last !== undefined && classifyTarget(`/${last}`) !== null;
}

/** Pages of mailing lists hosted by mailing services. */
const MAILING_LIST_PAGE = /^https?:\/\/(eepurl\.com|mailchi\.mp|[\w-]+\.[\w-]+\.list-manage\.com)\//i;

/** Whether a link leads to the page of a mailing list. */
function isMailingListPage(url: string): boolean {
  return MAILING_LIST_PAGE.test(url);
}

/** Form and frame URLs of mailing services, on their own hosts. */
const MAILING_SERVICE =
  /list-manage\.com|createsend\.com|campaign-?archive|campaignmonitor|sendinblue|sibforms|brevo\.com|mailerlite|convertkit|ck\.page|klaviyo|aweber\.com|getresponse|constantcontact|substack\.com\/(embed|api)|beehiiv|sailthru|mailpoet|emailoctopus|buttondown|cleverreach|rapidmail|newsletter2go|mailjet|acymailing|activehosted|hsforms|feedburner\.google\.com\/fb\/a\/mailverify|feedburner\.com\/fb\/a\/emailverify/i;

/** Whether a form or frame submits to a mailing list. */
export function isSignUpTarget(url: string): boolean {
  return (
    MAILING_SERVICE.test(url) ||
    /(^|[/.?&=_-])(newsletters?|subscribe|subscription|mailing-?list|email-?sign-?up|newsletter-?sign-?up)([/.?&=_-]|$)/i.test(
      url,
    )
  );
}

/** Email links and social network pages, but no share buttons. */
const CHANNEL =
  /^mailto:|^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|youtube|linkedin|tiktok|whatsapp|threads|telegram)\.(?:com|net|org|me)\/(?!share|intent|dialog|send\?|watch|status|[^/?#]+\/(?:status|posts|p|videos)\/)|^(?:https?:)?\/\/(?:t\.me|wa\.me|bsky\.app\/profile)\//i;

/** Whether a URL is a channel to contact or follow the site. */
export function isChannel(url: string): boolean {
  return url.length <= MAX_LENGTH && CHANNEL.test(url);
}

const ACCOUNT = /(?:^|[/._-])(?:log-?in|sign-?in|account|auth|konto|connexion|anmelden|acceso)(?:[/._?-]|$)/i;

/** Whether a URL leads to an account or a login. */
export function leadsToAccount(url: string): boolean {
  return ACCOUNT.test(url.slice(0, 200));
}

/** Podcast services and feeds. */
const PODCAST =
  /podcasts?\.apple\.com|podcasts\.google\.|open\.spotify\.com\/(show|episode|embed)|overcast\.fm|pocketcasts\.com|(^|\/)pca\.st\/|castbox\.fm|castro\.fm|deezer\.com\/([a-z]{2}\/)?(show|episode)|music\.amazon\.[a-z.]+\/podcasts|podcastaddict\.com|player\.fm\/|(acast|podbean|simplecast|megaphone|libsyn|buzzsprout|podigee|transistor|omny)\.(com|fm|io)\/|^podcast:|^pcast:|^itpc:/i;

/** Whether a URL is a podcast on a podcast service. Relative URLs never are. */
export function isPodcast(url: string): boolean {
  return url.length <= 500 && !/^(?:\/[^/]|[?#]|$)/.test(url) && PODCAST.test(url);
}
