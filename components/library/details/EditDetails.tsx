import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleDetails } from '../../../utils/library/types.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { DetailsForm } from './DetailsForm.tsx';

interface Props {
  shown: ArticleDetails;
  /** What the page itself states. */
  stated: ArticleDetails;
  onSave: (details: ArticleDetails) => void;
  /** Leaves the sheet as it was; closes it where absent. */
  onCancel?: () => void;
  onClose: () => void;
}

/** Edits the details of an article in a sheet of its own. */
export function EditDetails({ shown, stated, onSave, onCancel, onClose }: Props) {
  const { t } = useStrings();
  const title = useRef<HTMLTextAreaElement>(null);
  // After the sheet itself has taken the focus, and before it is seen.
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <Sheet title={t('detailsEdit')} look="details" onClose={onClose}>
      {(close) => (
        <DetailsForm
          shown={shown}
          stated={stated}
          title={title}
          onSave={(details) => {
            onSave(details);
            close();
          }}
          onCancel={onCancel ?? close}
        />
      )}
    </Sheet>
  );
}
