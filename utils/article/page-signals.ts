import { attributeOf, captureDom, collectTag, textOf } from './dom-access.ts';

/** Figures of a page that speak for or against an article; booleans are 0 or 1. */
export interface PageSignals {
  ldArticle: number;
  ldListing: number;
  ldProduct: number;
  ldForum: number;
  ogArticle: number;
  ogOther: number;
  published: number;
  author: number;
  slugWords: number;
  pathDepth: number;
  urlDate: number;
  urlId: number;
  urlFront: number;
  urlListing: number;
  urlSearch: number;
  urlForum: number;
  urlProduct: number;
  urlReference: number;
  urlArticle: number;
  urlHtml: number;
  h1: number;
  h1Words: number;
  h1Title: number;
  articles: number;
  linkedHeadlines: number;
  prose: number;
  run: number;
  runShare: number;
  paragraphs: number;
  breaks: number;
  links: number;
  linksPerProse: number;
  times: number;
  inputs: number;
  pre: number;
  urlService: number;
  brProse: number;
  buttons: number;
  items: number;
  images: number;
  headings: number;
  articleH1: number;
}

const LISTING =
  /(?:^|\/)(?:tags?|categor(?:y|ies|ie)|sections?|topics?|thema|themen|archives?|authors?|users?|profile|page|latest|index|all|news-?feed|collections?|shop|store|catalog|browse|directory|jobs|careers|events|portfolio|courses|services?|solutions|industries|about(?:-us)?|contact|privacy|terms|pricing|login|signup|courses?)(?:\/|\.\w+$|$)/i;
const SERVICE =
  /(?:^|[/-])(?:services?|solutions?|locations?|departments?|agency|consult\w*|experts?|lawyers?|attorneys?|compan(?:y|ies)|companies|team|programs?|degrees?|tuition\S*|admissions?|pricing|customers|cases?|clients?|partners|platform|features|industries|shipping|delivery|membership|collections?|shopping|category|c|professional\S*)(?:\/|-|$)/i;
const SEARCH = /[?&](?:q|s|query|search|keyword)=|\/(?:search|suche|recherche|buscar)(?:\/|\.|\?|$)/i;
const FORUM =
  /(?:^|[/.])(?:forums?|threads?|viewtopic|showthread|discussions?|community|questions|boards?|comments|t|r|topic)(?:[/.-]|\.php|$)/i;
const PRODUCT = /(?:^|\/)(?:products?|p|dp|item|shop|buy|store|itm|sku)(?:\/|-|$)/i;
const REFERENCE =
  /^(?:docs?|help|support|developers?|api|wiki|learn|man)\.|\/(?:docs?|documentation|reference|manual|wiki|help|support|api|guide|faq|tutorials?)(?:\/|$)|readthedocs|github\.(?:com|io)/i;
const ARTICLE =
  /\/(?:article|articles|story|stories|news|blog|post|posts|opinion|artikel|politics|sport|sports|world|business|press-release)s?(?:\/|-)/i;
const DATE = /\/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\b)|(?:19|20)\d\d-?[01]\d-?[0-3]\d/;
const LD_ARTICLE =
  /"@type"\s*:\s*(?:\[[^\]]*)?"(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|TechArticle|ScholarlyArticle|SocialMediaPosting|Review)"/;
const LD_LISTING =
  /"@type"\s*:\s*(?:\[[^\]]*)?"(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage|AboutPage|ContactPage|Blog)"/;
const LD_PRODUCT =
  /"@type"\s*:\s*(?:\[[^\]]*)?"(?:Product|ProductGroup|Offer|AggregateOffer|Service|LocalBusiness|SoftwareApplication|Course|JobPosting|Event)"/;
const LD_FORUM = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:QAPage|DiscussionForumPosting|Question)"/;

/** Paragraphs looked at; a page that has not shown its prose by then is a list. */
const MOST_PARAGRAPHS = 80;
const SHORTEST = 60;
const SCRIPT_LIMIT = 60_000;

const bit = (value: boolean): number => (value ? 1 : 0);
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function readHead(document_: Document, signals: PageSignals): void {
  const metas = collectTag(document_, 'meta');
  for (let i = 0; i < metas.length && i < 200; i++) {
    const meta = metas[i];
    if (meta === undefined) continue;
    const name = (
      attributeOf(meta, 'property') ||
      attributeOf(meta, 'name') ||
      attributeOf(meta, 'itemprop')
    ).toLowerCase();
    if (name === 'og:type') {
      const type = attributeOf(meta, 'content').toLowerCase();
      if (/article|story|news|post|blog$/.test(type)) signals.ogArticle = 1;
      else signals.ogOther = 1;
    } else if (/publi(?:shed|sh)|pub-?date|datepublished|issued|parsely-pub|^article:mod/.test(name))
      signals.published = 1;
    else if (/author|creator|byl/.test(name)) signals.author = 1;
  }
  const scripts = collectTag(document_, 'script');
  for (let i = 0; i < scripts.length; i++) {
    const script = scripts[i];
    if (script === undefined || !attributeOf(script, 'type').endsWith('ld+json')) continue;
    const text = textOf(script).slice(0, SCRIPT_LIMIT);
    if (LD_ARTICLE.test(text)) signals.ldArticle = 1;
    if (LD_LISTING.test(text)) signals.ldListing = 1;
    if (LD_PRODUCT.test(text)) signals.ldProduct = 1;
    if (LD_FORUM.test(text)) signals.ldForum = 1;
  }
}

function readAddress(url: string, signals: PageSignals): void {
  if (!URL.canParse(url)) return;
  const { host, pathname, search } = new URL(url);
  const parts = pathname.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  const whole = host + pathname;
  signals.pathDepth = Math.min(5, parts.length);
  signals.slugWords = Math.min(
    8,
    Math.max(
      0,
      ...parts.slice(-2).map((part) => part.split(/[-_]/).filter((word) => /\D/.test(word)).length),
    ),
  );
  signals.urlDate = bit(DATE.test(pathname));
  signals.urlId = bit(/\d{5,}/.test(pathname) || /[?&](?:id|p|artid|article)=\d+/i.test(search));
  signals.urlFront = bit(
    parts.length === 0 ||
      (parts.length === 1 && /^(?:index|home|default)?\.?\w*$/.test(last) && last.length < 12),
  );
  signals.urlListing = bit(LISTING.test(pathname));
  signals.urlService = bit(SERVICE.test(pathname));
  signals.urlSearch = bit(SEARCH.test(pathname + search));
  signals.urlForum = bit(FORUM.test(whole));
  signals.urlProduct = bit(PRODUCT.test(pathname));
  signals.urlReference = bit(REFERENCE.test(whole));
  signals.urlArticle = bit(ARTICLE.test(pathname));
  signals.urlHtml = bit(/\.(?:s?html?|php|aspx?|jsp)$/i.test(pathname));
}

function readProse(document_: Document, signals: PageSignals): void {
  const paragraphs = collectTag(document_, 'p');
  let parent: Node | null = null;
  let run = 0;
  for (let i = 0; i < paragraphs.length && i < MOST_PARAGRAPHS; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) continue;
    const size = textOf(paragraph).length;
    if (size < SHORTEST) continue;
    signals.paragraphs++;
    signals.prose += size;
    const holder: Node | null = paragraph.parentNode;
    run = holder === parent ? run + size : size;
    parent = holder;
    if (run > signals.run) signals.run = run;
  }
  if (signals.run < 600) readLooseText(document_, signals);
  signals.runShare = signals.prose > 0 ? signals.run / signals.prose : 0;
}

/** Articles without paragraphs part their text by line breaks. */
function readLooseText(document_: Document, signals: PageSignals): void {
  const breaks = collectTag(document_, 'br');
  let last: Node | null = null;
  let looked = 0;
  for (let i = 0; i < breaks.length && looked < 12; i++) {
    const holder: Node | null = breaks[i]?.parentNode ?? null;
    if (holder === null || holder === last) continue;
    last = holder;
    looked++;
    const size = Math.min(20_000, textOf(holder).length);
    if (size > signals.brProse) signals.brProse = size;
  }
}

function readBody(document_: Document, signals: PageSignals): void {
  const h1s = collectTag(document_, 'h1');
  const title = collectTag(document_, 'title')[0];
  const titleText = title === undefined ? '' : fold(textOf(title));
  signals.h1 = Math.min(3, h1s.length);
  for (let i = 0; i < h1s.length && i < 3; i++) {
    const h1 = h1s[i];
    const text = h1 === undefined ? '' : fold(textOf(h1).slice(0, 300));
    const words = Math.min(12, text.split(' ').length);
    if (text.length > 8 && (titleText.includes(text) || (titleText.length > 8 && text.includes(titleText))))
      signals.h1Title = 1;
    if (words > signals.h1Words) signals.h1Words = words;
  }
  signals.articles = Math.min(12, collectTag(document_, 'article').length);
  signals.links = Math.min(600, collectTag(document_, 'a').length);
  signals.times = Math.min(12, collectTag(document_, 'time').length);
  signals.breaks = Math.min(40, collectTag(document_, 'br').length);
  signals.inputs = Math.min(10, collectTag(document_, 'input').length);
  signals.buttons = Math.min(60, collectTag(document_, 'button').length);
  signals.items = Math.min(400, collectTag(document_, 'li').length);
  signals.images = Math.min(100, collectTag(document_, 'img').length);
  signals.pre = Math.min(5, collectTag(document_, 'pre').length);
  for (const tag of ['h2', 'h3', 'h4']) {
    const headings = collectTag(document_, tag);
    signals.headings += headings.length;
    for (let i = 0; i < headings.length && i < 60; i++) {
      const heading = headings[i];
      if (heading === undefined) continue;
      const up = heading.parentNode;
      if (heading.getElementsByTagName('a').length > 0 || (up !== null && up.nodeName === 'A'))
        signals.linkedHeadlines++;
    }
  }
  signals.linkedHeadlines = Math.min(60, signals.linkedHeadlines);
}

/** Reads the figures in a few passes over live collections; a millisecond on ordinary pages. */
export function readSignals(document_: Document, url: string): PageSignals {
  captureDom(document_);
  const signals: PageSignals = {
    ldArticle: 0,
    ldListing: 0,
    ldProduct: 0,
    ldForum: 0,
    ogArticle: 0,
    ogOther: 0,
    published: 0,
    author: 0,
    slugWords: 0,
    pathDepth: 0,
    urlDate: 0,
    urlId: 0,
    urlFront: 0,
    urlListing: 0,
    urlSearch: 0,
    urlForum: 0,
    urlProduct: 0,
    urlReference: 0,
    urlArticle: 0,
    urlHtml: 0,
    h1: 0,
    h1Words: 0,
    h1Title: 0,
    articles: 0,
    linkedHeadlines: 0,
    prose: 0,
    run: 0,
    runShare: 0,
    paragraphs: 0,
    breaks: 0,
    links: 0,
    linksPerProse: 0,
    times: 0,
    inputs: 0,
    pre: 0,
    urlService: 0,
    brProse: 0,
    buttons: 0,
    items: 0,
    images: 0,
    headings: 0,
    articleH1: 0,
  };
  readHead(document_, signals);
  readAddress(url, signals);
  readBody(document_, signals);
  readProse(document_, signals);
  signals.linksPerProse = Math.min(1, (signals.links * 30) / (signals.prose + 300));
  return signals;
}
