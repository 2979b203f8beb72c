/** Schema.org types of pages, without those of parts of pages (images, breadcrumbs, organisations). */
const TYPES_BY_KIND = {
  news: 'NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle ReviewNewsArticle BackgroundNewsArticle AskPublicNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Report',
  article: 'Article ScholarlyArticle MedicalScholarlyArticle AdvertiserContentArticle SatiricalArticle',
  listing: 'CollectionPage ItemList SearchResultsPage ProfilePage AboutPage ContactPage Blog OfferCatalog',
  product:
    'Product ProductGroup Offer AggregateOffer Service LocalBusiness SoftwareApplication Course JobPosting Event',
  forum: 'QAPage DiscussionForumPosting',
} as const;

/** The kind of a page according to its structured data. */
export type DataKind = keyof typeof TYPES_BY_KIND;

const KIND_BY_TYPE = new Map(
  Object.entries(TYPES_BY_KIND).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as DataKind] as const),
  ),
);

/** @param type a schema.org type, as a name or a URL */
export const kindOfType = (type: string): DataKind | undefined =>
  KIND_BY_TYPE.get(type.slice(type.lastIndexOf('/') + 1));
