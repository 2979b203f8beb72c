import { ArticleDetailsSheet } from '../../components/library/ArticleDetailsSheet.tsx';
import { type Strings, useStrings } from '../../components/ui/base/strings.ts';
import { statedDetails } from '../../utils/library/articles/article-details.ts';
import { compareTexts } from '../../utils/library/articles/compare-texts.ts';
import { reportCompleteness } from '../../utils/library/articles/completeness.ts';
import type { ArticleDetails as Details } from '../../utils/library/types.ts';
import type { CompletenessReport } from '../../utils/library/view-types.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { explainError } from '../shared/explain-error.ts';
import { useSynced } from '../shared/saving/use-synced.ts';
import { useLibrary } from '../shared/use-library.ts';

interface Props {
  /** Id of the article. */
  id: string;
  /** Whether to open with the edit form. */
  isEditing: boolean;
  onRetry: () => void;
  onEdit: (details: Details) => void;
  onClose: () => void;
}

/** Compares an earlier version with the version after it. */
function compareVersion(report: CompletenessReport, index: number) {
  const version = report.versions[index];
  if (version === undefined) return null;
  const { article, currentText: text, quotes } = report;
  return compareTexts(
    version,
    report.versions[index - 1] ?? {
      title: statedDetails(article).title,
      text,
      quotes,
    },
  );
}

/** Fetches the article's page again and saves it. @returns a sentence about the result */
async function refetchText(id: string, t: Strings['t']): Promise<string> {
  try {
    const url = (await reportCompleteness(id))?.article.url ?? '';
    const outcome = await sendToBackground('article/saveLink', { url });
    if (!outcome.ok) return outcome.message;
    if (outcome.isSeparate === true) return t('savedSeparately');
    const isComplete = (await reportCompleteness(id))?.text === 'whole';
    return t(isComplete ? 'detailsFetched' : 'detailsTextPreview');
  } catch (error) {
    console.error('offprint: text not fetched', error);
    return explainError(error, t);
  }
}

/** Details of one article: what has been downloaded, and its earlier versions. */
export function DetailsScreen({ id, isEditing, onRetry, onEdit, onClose }: Props) {
  const { t } = useStrings();
  const details = useLibrary(() => reportCompleteness(id), [id]);
  const synced = useSynced(id) ?? null;
  const report = details ?? null;
  return (
    <ArticleDetailsSheet
      report={report}
      isEditing={isEditing}
      synced={synced}
      compare={(index) => (report === null ? null : compareVersion(report, index))}
      onRetry={onRetry}
      onFetchText={() => refetchText(id, t)}
      pageDetails={report === null ? null : statedDetails(report.article)}
      onEdit={onEdit}
      onClose={onClose}
    />
  );
}
