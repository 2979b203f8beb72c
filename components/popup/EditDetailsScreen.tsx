import { useLayoutEffect, useRef } from 'preact/hooks';
import { DetailsForm, type DetailsFormProps } from '../library/EditDetails.tsx';
import { useStrings } from '../ui/base/strings.ts';
import './popup.css';

/** Edits an article's details in place of the popup, so that the popup grows to the form's height. */
export function EditDetailsScreen(props: Omit<DetailsFormProps, 'titleRef'>) {
  const { t } = useStrings();
  const title = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main
      class="popup"
      data-page="details"
      aria-label={t('detailsEdit')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Otherwise the browser closes the popup.
        event.preventDefault();
        props.onCancel();
      }}
    >
      <div class="popup__body">
        <h1 class="kicker">{t('detailsEdit')}</h1>
        <DetailsForm {...props} titleRef={title} />
      </div>
    </main>
  );
}
