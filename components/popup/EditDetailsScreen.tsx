import { useLayoutEffect, useRef } from 'preact/hooks';
import { DetailsForm, type DetailsFormProps } from '../library/EditDetailsSheet.tsx';
import { useStrings } from '../ui/base/strings.ts';
import './popup.css';

/** The form for an article's details. It replaces the popup's content, so that the popup fits the form's height. */
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
        // Otherwise, the browser would close the popup.
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
