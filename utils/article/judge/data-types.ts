/** Types of schema.org for pages, without those for parts of pages (images, breadcrumbs, organisations). */
const NAMES = {
  news: 'NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle ReviewNewsArticle BackgroundNewsArticle AskPublicNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Report',
  article: 'Article ScholarlyArticle MedicalScholarlyArticle AdvertiserContentArticle SatiricalArticle',
  listing: 'CollectionPage ItemList SearchResultsPage ProfilePage AboutPage ContactPage Blog OfferCatalog',
  product:
    'Product ProductGroup Offer AggregateOffer Service LocalBusiness SoftwareApplication Course JobPosting Event',
  forum: 'QAPage DiscussionForumPosting',
} as const;

/** The kind of a page by its structured data. */
export type DataKind = keyof typeof NAMES;

const KINDS = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as DataKind] as const),
  ),
);

/** @param type a type of schema.org, with or without its address */
export const kindOfType = (type: string): DataKind | undefined =>
  KINDS.get(type.slice(type.lastIndexOf('/') + 1));
