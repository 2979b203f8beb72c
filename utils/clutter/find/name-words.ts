import type { NameCue } from './name-cues.ts';

/**
 * Words in class names and ids of themes and sign-up services (Mailchimp, Jetpack, MailPoet, ConvertKit, Klaviyo, …), in the
 * notation of the phrase books. Hyphens, underscores and capital letters separate words.
 */
export const NAME_WORDS: Readonly<Record<NameCue, readonly string[]>> = {
  newsletter: [
    'beehiiv*', 'blog subscription', 'boletin*', 'briefing signup', 'convertkit*', 'digest signup',
    'email alert*', 'email capture', 'email list', 'email modal', 'email opt in', 'email overlay',
    'email popup', 'email sign up', 'email signup', 'email subscribe', 'email subscription', 'emailoptin*',
    'emailsignup*', 'enewsletter*', 'footer signup', 'formkit*', 'hustle*', 'inbox signup', 'infolettre*',
    'jetpack subscription*', 'klaviyo*', 'lead capture', 'leadform', 'leadpages', 'mailchimp*', 'mailerlite*',
    'mailing list', 'mailinglist*', 'mailpoet*', 'mc embed', 'mc4wp*', 'mimi form', 'newletter*',
    'newsletter*', 'nl form', 'nl signup', 'nlsignup', 'nwletter', 'opt in form', 'optin*', 'rundbrief',
    'sailthru*', 'sendinblue*', 'sib form', 'sign up form', 'signup bar', 'signup block', 'signup box',
    'signup form', 'signup modal', 'signup module', 'signup overlay', 'signup popup', 'signup widget',
    'signup wrap*', 'subscribe box', 'subscribe email', 'subscribe form', 'subscription form',
    'subscription widget', 'tnp',
  ],
  subscribe: [
    'abo banner', 'abo box', 'abo teaser', 'abobox', 'abonnement*', 'abonnez*', 'aboteaser',
    'consumer marketing', 'house ad', 'marketing message', 'member promo', 'membership promo', 'reg promo',
    'subscribe*', 'subscription*', 'suscri*', 'upsell',
  ],
  donate: [
    'adblock notice', 'apoya*', 'apoyo', 'buymeacoffee*', 'contribute', 'contribution*', 'donar', 'donate*',
    'donation*', 'faire don', 'fundrais*', 'ko fi', 'kofi', 'laterpay*', 'patreon*', 'pitch',
    'reader revenue', 'soutenez', 'soutien', 'spende', 'spenden*', 'steady', 'support us', 'supporter*',
    'supportus', 'tip jar', 'tipjar', 'unterstutz*',
  ],
  app: [
    'a2hs', 'app badges', 'app banner*', 'app download*', 'app install*', 'app links', 'app promo*',
    'app store*', 'appbanner*', 'appdownload*', 'apppromo*', 'apps promo', 'appstore*', 'download app',
    'get app', 'getapp', 'google play', 'install app', 'open in app', 'pwa*', 'smart banner*', 'smartbanner*',
  ],
  push: [
    'cleverpush*', 'izooto*', 'notificacion*', 'notification optin', 'notification permission',
    'notification prompt', 'onesignal*', 'push banner', 'push modal', 'push notif*', 'push permission',
    'push prompt*', 'pushcrew*', 'pushengage*', 'pushly*', 'pushnotif*', 'pushowl*', 'web push*', 'webpush*',
    'wonderpush*',
  ],
  overlay: [
    'announcement bar', 'backdrop*', 'bottom bar', 'dialog*', 'exit intent', 'exitintent*', 'fancybox*',
    'fly in', 'flyin*', 'flyout*', 'hello bar', 'hellobar*', 'interstitial*', 'lightbox*', 'modal*',
    'notification bar', 'overlay*', 'pop up', 'popover*', 'popup*', 'scrim', 'scroll box', 'slide in',
    'slide up', 'slidein*', 'slideup*', 'snackbar*', 'sticky bar', 'stickybar*', 'toast*', 'tool tip', 'tooltip*',
    'veil',
    'welcome mat',
  ],
  follow: [
    'find us', 'follow', 'followus', 'social icons', 'social links', 'social media', 'social menu',
    'social nav', 'social networks', 'social profiles', 'social widget', 'socialfollow*', 'socialicons*',
    'sociallinks', 'socialmedia', 'widget social',
  ],
  share: [
    'a2a*', 'actionbar', 'addthis*', 'addtoany*', 'article tools', 'compartir*', 'condividi', 'dpsp*',
    'essb*', 'mashsb*', 'partage*', 'post flair', 'print friendly', 'printfriendly*', 'share*', 'shariff*',
    'sharing*', 'sociable', 'social', 'socialbar*', 'socialshare*', 'ssba*', 'teilen',
  ],
  related: [
    'also read', 'alsoread', 'correlat*', 'feed', 'injected', 'latest news', 'latest posts', 'latestnews',
    'lire aussi', 'meistgelesen*', 'mgid*', 'more articles', 'more from', 'more news', 'more stories',
    'morefrom', 'morestories', 'most read', 'most shared', 'most viewed', 'mostpopular*', 'mostread*',
    'next article', 'next post', 'nextprev', 'outbrain*', 'picks', 'plista*', 'popular*', 'post navigation',
    'prev next', 'read also', 'read more', 'read next', 'readmore', 'readnext', 'recent posts',
    'recent stories', 'recentposts', 'recirc*', 'recommend*', 'relacionad*', 'related*', 'revcontent*',
    'rich link', 'similar*', 'suggested*', 'suggestion*', 'taboola*', 'teaser list', 'top stories',
    'trending*', 'up next', 'upnext', 'verwandt*', 'yarpp*', 'you may', 'zergnet*',
  ],
  comments: [
    'comentarios', 'comment', 'commentaires', 'commentlist', 'commento', 'comments*', 'coral*', 'discussion*',
    'disqus*', 'hyvor*', 'kommentar*', 'leserkommentar*', 'livefyre*', 'openweb*', 'respond', 'spot im',
    'spotim*', 'talk embed', 'viafoura*', 'vuukle*',
  ],
  ad: [
    'ad', 'adbox*', 'adcontainer', 'ads', 'adsbygoogle', 'adslot*', 'adthrive*', 'adunit*', 'advert*',
    'adwrap*', 'adzone*', 'anzeige*', 'banners', 'billboard', 'dfp*', 'ezoic*', 'freestar*', 'google ad*',
    'googlead*', 'gpt*', 'leaderboard', 'mediavine*', 'mpu', 'nativead*', 'promoted', 'pubblicita*',
    'publicidad*', 'publicite*', 'reklama*', 'skyscraper', 'sponsor', 'sponsored*', 'sponsors', 'werbung*',
  ],
  wall: [
    'adblock modal', 'adblock wall', 'adblocker modal', 'article gate', 'barrier', 'content gate', 'gateway',
    'hardwall', 'meter wall', 'metered', 'pay wall', 'paywall*', 'premium wall', 'reg wall',
    'registration wall', 'regwall*', 'softwall', 'subscriber only',
  ],
  login: ['account modal', 'auth modal', 'connexion', 'log in', 'login*', 'password', 'sign in', 'signin*'],
  consent: [
    'ccpa*', 'cmpbox*', 'cmpwrapper*', 'consent*', 'cookie*', 'didomi*', 'gdpr*', 'onetrust*', 'privacy banner', 'qc cmp*',
    'sp message', 'trustarc*', 'truste*', 'usercentrics*',
  ],
  navigation: ['breadcrumb*', 'masthead', 'menu*', 'nav', 'navbar*', 'navigation*', 'site header', 'topbar'],
  search: ['buscador', 'buscar', 'recherche', 'search*', 'suche'],
  article: [
    'article body', 'article content', 'article main', 'article text', 'articlebody', 'articletext',
    'body copy', 'content body', 'entry content', 'post body', 'post content', 'single content', 'story body',
    'story content', 'storybody',
  ],
  byline: [
    'article meta', 'author*', 'byline*', 'dateline', 'entry meta', 'post meta', 'pubdate', 'published',
    'timestamp',
  ],
  embed: [
    'blockquote*', 'embed*', 'fb post', 'fb video', 'instagram media', 'oembed*', 'player', 'pull quote*',
    'pullquote*', 'twitter tweet', 'video player*',
  ],
  player: [
    'audio player*', 'flowplayer*', 'jw player*', 'jwplayer*', 'lite youtube', 'media player*', 'mejs*', 'player',
    'plyr*', 'video embed*', 'video js', 'video player*', 'vjs*', 'youtube video',
  ],
  tip: ['popover*', 'tool tip', 'tooltip*'],
};
