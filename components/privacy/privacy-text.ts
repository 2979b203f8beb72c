/** The text of the privacy page, as message keys. A test compares it with `docs/privacy.md`. */
import type { MessageKey } from '../ui/base/strings.ts';

export interface PrivacySection {
  id: string;
  title: MessageKey;
  /** An introduction below the title. */
  lead?: MessageKey;
  items: readonly (readonly [name: MessageKey, text: MessageKey])[];
}

export const PRIVACY_SECTIONS: readonly PrivacySection[] = [
  {
    id: 'kept',
    title: 'privacyKept',
    lead: 'privacyKeptLead',
    items: [
      ['privacyArticles', 'privacyArticlesText'],
      ['copyTitle', 'privacyCopyText'],
      ['privacyImports', 'privacyImportsText'],
      ['privacySettings', 'privacySettingsText'],
      ['privacyPlaces', 'privacyPlacesText'],
      ['privacySearches', 'privacySearchesText'],
      ['privacyWindows', 'privacyWindowsText'],
    ],
  },
  {
    id: 'fetched',
    title: 'privacyFetched',
    lead: 'privacyFetchedLead',
    items: [
      ['privacySaving', 'privacySavingText'],
      ['privacyLinks', 'privacyLinksText'],
      ['privacyImporting', 'privacyImportingText'],
      ['privacyAgain', 'privacyAgainText'],
      ['privacyHow', 'privacyHowText'],
    ],
  },
  {
    id: 'leaves',
    title: 'privacyLeaves',
    items: [
      ['privacyNothing', 'privacyNothingText'],
      ['privacyToPlace', 'privacyToPlaceText'],
      ['privacyFiles', 'privacyFilesText'],
    ],
  },
  {
    id: 'browser',
    title: 'privacyBrowser',
    items: [
      ['privacyHistory', 'privacyHistoryText'],
      ['privacySync', 'privacySyncText'],
      ['privacyVoices', 'privacyVoicesText'],
      ['privacyDisk', 'privacyDiskText'],
    ],
  },
  {
    id: 'deleting',
    title: 'privacyDeleting',
    items: [
      ['privacyDeleteArticle', 'privacyDeleteArticleText'],
      ['privacyDeleteSites', 'privacyDeleteSitesText'],
      ['privacyDeleteAll', 'privacyDeleteAllText'],
    ],
  },
];
