import { NAME_CUES, type NameCue } from './name-cues.ts';
import { compilePhrases, foldText, matchPhrases } from './phrases/match-phrases.ts';
import { mayHavePhrase } from './phrases/phrase-sieve.ts';

/**
 * Words as authors of themes and of sign-up kits (Mailchimp, Jetpack, MailPoet, ConvertKit, Klaviyo, …) use them.
 * Same notation as the phrase books; hyphens, underscores and capital letters part words.
 */
const BOOK: Readonly<Record<NameCue, string>> = {
  newsletter: `
    newsletter*, newletter*, nwletter, nl signup, nl form, enewsletter*, mailing list, mailinglist*,
    mc embed, mc4wp*, mailchimp*, email signup, email sign up, emailsignup*, emailoptin*, email opt in,
    optin*, opt in form, email capture, email subscribe, email subscription, email list, email alert*,
    sign up form, signup form, signup box, signup module, signup widget, signup bar, signup block,
    signup wrap*, signup modal, signup popup, signup overlay, email modal, email popup, email overlay,
    subscribe form, subscribe box, subscribe email, subscription form, subscription widget,
    blog subscription, footer signup, jetpack subscription*, klaviyo*, convertkit*, formkit*, mailerlite*,
    mailpoet*, sendinblue*, sib form, tnp, beehiiv*, mimi form, hustle*, leadpages, leadform, lead capture,
    boletin*, infolettre*, inbox signup, rundbrief, digest signup, briefing signup, sailthru*, nlsignup`,
  subscribe: `
    subscribe*, subscription*, suscri*, membership promo, member promo, abo teaser, abo banner, abo box,
    aboteaser, abobox, abonnement*, abonnez*, upsell, marketing message, house ad, reg promo,
    consumer marketing`,
  donate: `
    donate*, donation*, donar, contribution*, contribute, support us, supportus, supporter*, patreon*,
    ko fi, kofi, buymeacoffee*, spende, spenden*, unterstutz*, faire don, soutien, soutenez, apoyo, apoya*,
    pitch, fundrais*, reader revenue, tip jar, tipjar, adblock notice, laterpay*, steady`,
  app: `
    app promo*, apppromo*, app banner*, appbanner*, smartbanner*, smart banner*, app download*,
    appdownload*, download app, get app, getapp, app store*, appstore*, google play, app install*,
    install app, pwa*, a2hs, open in app, app links, app badges, apps promo`,
  push: `
    push prompt*, web push*, webpush*, push notif*, pushnotif*, push permission, onesignal*, pushcrew*,
    pushengage*, pushly*, cleverpush*, wonderpush*, notification prompt, notification permission,
    notification optin, notificacion*, push modal, push banner, izooto*, pushowl*`,
  overlay: `
    modal*, popup*, pop up, popover*, overlay*, lightbox*, interstitial*, backdrop*, dialog*, slide in,
    slidein*, slide up, slideup*, flyin*, fly in, flyout*, toast*, exit intent, exitintent*, sticky bar,
    stickybar*, hello bar, hellobar*, notification bar, announcement bar, snackbar*, bottom bar, fancybox*,
    welcome mat, scroll box, veil, scrim`,
  follow: `
    followus, follow, socialfollow*, social links, sociallinks, social icons, socialicons*, social media,
    socialmedia, social profiles, social networks, social menu, social nav, social widget, widget social,
    find us`,
  share: `
    sharing*, share*, addthis*, addtoany*, a2a*, socialshare*, socialbar*, essb*, ssba*, dpsp*, shariff*,
    sociable, compartir*, partage*, teilen, condividi, actionbar, article tools, post flair, print friendly,
    printfriendly*, mashsb*, social`,
  related: `
    related*, recirc*, readmore, read more, read next, readnext, more from, morefrom, more stories,
    morestories, more articles, most read, mostread*, mostpopular*, most viewed, most shared, popular*,
    trending*, recommend*, you may, outbrain*, taboola*, zergnet*, revcontent*, mgid*, plista*, yarpp*,
    also read, alsoread, read also, lire aussi, suggested*, suggestion*, similar*, latest news, latestnews,
    latest posts, recent posts, recentposts, recent stories, up next, upnext, next article, next post,
    prev next, post navigation, nextprev, teaser list, more news, meistgelesen*, verwandt*, relacionad*,
    correlat*, rich link, injected, feed, picks, top stories`,
  comments: `
    comment, comments*, commentlist, disqus*, respond, discussion*, livefyre*, coral*, hyvor*, commento,
    spotim*, spot im, openweb*, viafoura*, commentaires, comentarios, kommentar*, leserkommentar*, vuukle*,
    talk embed`,
  ad: `
    ad, ads, advert*, adslot*, adunit*, adbox*, adwrap*, adcontainer, dfp*, gpt*, google ad*, adsbygoogle,
    googlead*, sponsored*, sponsor, sponsors, leaderboard, mpu, billboard, skyscraper, anzeige*, werbung*,
    publicidad*, publicite*, pubblicita*, reklama*, nativead*, promoted, freestar*, adthrive*, mediavine*,
    ezoic*, adzone*, banners`,
  wall: `
    paywall*, pay wall, regwall*, reg wall, registration wall, softwall, hardwall, metered, meter wall,
    article gate, content gate, gateway, subscriber only, premium wall, adblock modal, adblocker modal,
    adblock wall, barrier`,
  login: `login*, log in, signin*, sign in, connexion, password, account modal, auth modal`,
  consent: `
    cookie*, consent*, gdpr*, ccpa*, cmp, onetrust*, didomi*, qc cmp*, usercentrics*, sp message, truste*,
    trustarc*, privacy banner`,
  navigation: `nav, navbar*, navigation*, menu*, breadcrumb*, masthead, topbar, site header`,
  search: `search*, suche, recherche, buscar, buscador`,
  article: `
    article body, articlebody, article content, entry content, post content, story body, storybody,
    article text, story content, post body, content body, body copy, articletext, single content,
    article main`,
  byline: `byline*, author*, dateline, post meta, entry meta, article meta, published, pubdate, timestamp`,
  embed: `
    pull quote*, pullquote*, blockquote*, twitter tweet, instagram media, fb post, fb video, embed*,
    oembed*, video player*, player`,
};

const INDEX = compilePhrases(NAME_CUES, [BOOK]);

/** Utility classes make endless names that say nothing. */
const NAME_LIMIT = 400;

/** What a class attribute, an id or a tag says; a bit for each cue (`nameBits`). */
export function readName(name: string): number {
  if (name.length > NAME_LIMIT) return 0;
  const words = name.replace(/([a-z0-9])([A-Z])|\//g, '$1 $2');
  return mayHavePhrase(words, INDEX.sieve) ? matchPhrases(foldText(words), INDEX) : 0;
}
