import type { Feature } from './weights.ts';

/**
 * Classifies links by the words of their address. A word counts only as a whole part of host or path, so that the address
 * of a story about newsletters does not match. `support.<host>` is a help desk, `/members/<name>` a personal page.
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

const QUICK =
  /news?l|mail|list|bolet|rozs|rundb|subscr|sign-?up|suscr|abo|abbo|prenum|assin|pered|member|join|offer|donat|donar|donac|contrib|support|spend|unterst|don|sout|apoy|wesp|apoi|doe|pidtr|patr|paypal|ko-fi|coffee|steady|libera|gofund|app|purl\.com|stripe|collective|raisenow/i;

/** Maximum length of such an address, in characters. */
const MAX_LENGTH = 300;

const HYPHEN = 45;
const SLASH = 47;
const QUESTION = 63;
const HASH = 35;

/** Whether an address has a part with many words, as stories do. */
export function isStory(address: string): boolean {
  let hyphens = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code === HYPHEN) hyphens += 1;
    else if (code === SLASH) hyphens = 0;
    else if (code === QUESTION || code === HASH) return false;
    if (hyphens > 3) return true;
  }
  return false;
}

/** Whether an address may be a payment or sign-up page; false is certain. */
export function mayBeTarget(address: string): boolean {
  return address.length <= MAX_LENGTH && QUICK.test(address);
}

/** The kind of begging that an address serves, or null. */
export function readTarget(address: string): Feature | null {
  if (!mayBeTarget(address)) return null;
  if (isListPage(address)) return 'linkNewsletter';
  if (isStory(address)) return null;
  const path = address.replace(/^https?:\/\/(www\.)?/i, '/').split(/[?#]/, 1)[0] ?? '';
  for (const [feature, pattern] of TARGETS) if (pattern.test(path)) return feature;
  return null;
}

/** Words that also occur in addresses of shops, forums, help desks and account pages. */
const AMBIGUOUS =
  /(^|[/.])(offers?|join|members?|support|help|apps?|mobile-?apps?|sign-?up|sign-?in|log-?in|auth|identity|account|register)([/._-]|$)/i;

/** The last two labels of a host, or three if the second is short (`co.uk`). */
function readSite(host: string): string {
  const parts = host.toLowerCase().split('.');
  const isShort = parts.length > 2 && (parts.at(-2)?.length ?? 0) <= 3;
  return parts.slice(isShort ? -3 : -2).join('.');
}

const STORE = /^(?:https?:)?\/\/(?:apps|itunes)\.apple\.com|play\.google\.com\/store|appgallery/i;
/** Minimum length of a site's name, in characters; shorter ones are part of other words. */
const MIN_NAME_LENGTH = 4;

/** Whether an app store address contains the name of the site. */
function isOwnApp(address: string, host: string): boolean {
  const name = readSite(host).split('.', 1)[0]?.replaceAll('-', '') ?? '';
  return name.length >= MIN_NAME_LENGTH && address.toLowerCase().replaceAll('-', '').includes(name);
}

/**
 * Whether an address is a page of this site with no other purpose: where it sells subscriptions, the page of its list with a
 * mailing service, or its app in a store.
 *
 * @param host of the page
 */
export function isOwnOffer(address: string, host: string): boolean {
  if (isListPage(address)) return true;
  if (STORE.test(address)) return isOwnApp(address, host);
  const [, there, path] = /^(?:https?:)?\/\/([^/?#:]+)[^/?#]*([^?#]*)/i.exec(address) ?? [];
  if (there === undefined ? /^[a-z]+:|^#|^\?/i.test(address) : readSite(there) !== readSite(host))
    return false;
  const where = path ?? address.split(/[?#]/, 1)[0] ?? '';
  return !AMBIGUOUS.test(there === undefined ? where : `${there.replace(/^www\./i, '')}${where}`);
}

/** Whether an address ends where the site sells subscriptions; deeper pages may be issues of the newsletter. */
export function isFinalOffer(address: string): boolean {
  if (isListPage(address)) return true;
  const last = /([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1];
  return last !== undefined && readTarget(`/${last}`) !== null;
}

/** Where mailing services host the pages of lists. */
const LIST_PAGE = /^https?:\/\/(eepurl\.com|mailchi\.mp|[\w-]+\.[\w-]+\.list-manage\.com)\//i;

/** Whether a link leads to the page of a mailing list. */
function isListPage(address: string): boolean {
  return LIST_PAGE.test(address);
}

/** Addresses of forms and frames of mailing services, on their own hosts. */
const MAILING_SERVICE =
  /list-manage\.com|createsend\.com|campaign-?archive|campaignmonitor|sendinblue|sibforms|brevo\.com|mailerlite|convertkit|ck\.page|klaviyo|aweber\.com|getresponse|constantcontact|substack\.com\/(embed|api)|beehiiv|sailthru|mailpoet|emailoctopus|buttondown|cleverreach|rapidmail|newsletter2go|mailjet|acymailing|activehosted|hsforms|feedburner\.google\.com\/fb\/a\/mailverify|feedburner\.com\/fb\/a\/emailverify/i;

/** Whether a form or frame submits to a mailing list. */
export function isSignUpTarget(address: string): boolean {
  return (
    MAILING_SERVICE.test(address) ||
    /(^|[/.?&=_-])(newsletters?|subscribe|subscription|mailing-?list|email-?sign-?up|newsletter-?sign-?up)([/.?&=_-]|$)/i.test(
      address,
    )
  );
}

/** Ways to contact the site and its social network pages, but no share buttons. */
const CHANNEL =
  /^mailto:|^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|youtube|linkedin|tiktok|whatsapp|threads|telegram)\.(?:com|net|org|me)\/(?!share|intent|dialog|send\?|watch|status|[^/?#]+\/(?:status|posts|p|videos)\/)|^(?:https?:)?\/\/(?:t\.me|wa\.me|bsky\.app\/profile)\//i;

/** Whether an address is a channel to contact or follow the site. */
export function isChannel(address: string): boolean {
  return address.length <= MAX_LENGTH && CHANNEL.test(address);
}

const ACCOUNT = /(?:^|[/._-])(?:log-?in|sign-?in|account|auth|konto|connexion|anmelden|acceso)(?:[/._?-]|$)/i;

/** Whether an address leads to an account. */
export function leadsToAccount(address: string): boolean {
  return ACCOUNT.test(address.slice(0, 200));
}

/** Podcast services and feeds. */
const PODCAST =
  /podcasts?\.apple\.com|podcasts\.google\.|open\.spotify\.com\/(show|episode|embed)|overcast\.fm|pocketcasts\.com|(^|\/)pca\.st\/|castbox\.fm|castro\.fm|deezer\.com\/([a-z]{2}\/)?(show|episode)|music\.amazon\.[a-z.]+\/podcasts|podcastaddict\.com|player\.fm\/|(acast|podbean|simplecast|megaphone|libsyn|buzzsprout|podigee|transistor|omny)\.(com|fm|io)\/|^podcast:|^pcast:|^itpc:/i;

/** Whether an address is a podcast with a service; relative addresses never count. */
export function isPodcast(address: string): boolean {
  return address.length <= 500 && !/^(?:\/[^/]|[?#]|$)/.test(address) && PODCAST.test(address);
}
