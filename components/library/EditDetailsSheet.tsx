import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleDetails } from '../../utils/library/types.ts';
import { listLanguages } from '../../utils/text/language-names.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { Button, SubmitButton, TextButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import '../ui/menus/pick-popover.css';
import './details-form.css';

interface EditDetailsSheetProps {
  currentDetails: ArticleDetails;
  /** The details stated by the page itself. */
  pageDetails: ArticleDetails;
  onSave: (details: ArticleDetails) => void;
  /** Called instead of closing the sheet when the user cancels. */
  onCancel?: () => void;
  onClose: () => void;
}

/** A sheet for editing an article's details. */
export function EditDetailsSheet({
  currentDetails,
  pageDetails,
  onSave,
  onCancel,
  onClose,
}: EditDetailsSheetProps) {
  const { t } = useStrings();
  const title = useRef<HTMLTextAreaElement>(null);
  // A layout effect runs after the sheet has taken the focus, but before it is painted.
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <Sheet title={t('detailsEdit')} className="details" onClose={onClose}>
      {(close) => (
        <DetailsForm
          currentDetails={currentDetails}
          pageDetails={pageDetails}
          titleRef={title}
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

export interface DetailsFormProps extends Required<Omit<EditDetailsSheetProps, 'onClose'>> {
  /** Receives the first field. */
  titleRef: RefObject<HTMLTextAreaElement | null>;
}

type Field = keyof ArticleDetails;

/** A form for an article's title, site, author, date and language. Each can be reset to the page's own value. */
export function DetailsForm({ currentDetails, pageDetails, titleRef, onSave, onCancel }: DetailsFormProps) {
  const { t, locale } = useStrings();
  const id = useId();
  const [details, setDetails] = useState(currentDetails);
  const [error, setError] = useState<{ field: Field; message: string } | null>(null);
  const date = useRef<HTMLInputElement>(null);
  const tags = [currentDetails.lang, pageDetails.lang].filter((tag) => tag !== null);
  const languages = useMemo(() => listLanguages(locale, tags), [locale, ...tags]);

  const update = (field: Field, value: string | null): void => {
    setDetails((before) => ({ ...before, [field]: value }));
    setError(null);
  };
  const describePageValue = (field: Field, value: string | null): string => {
    if (value === null || value === '') return t('detailsPageStatesNone');
    if (field === 'publishedAt') return t('detailsPageStates', formatDate(value, locale) || value);
    const language = languages.find(({ code }) => code === value)?.name;
    return t('detailsPageStates', field === 'lang' ? (language ?? value) : value);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (details.title.trim() === '' && pageDetails.title !== '') {
      setError({ field: 'title', message: t('detailsNoTitle') });
      titleRef.current?.focus();
      return;
    }
    const dateError = date.current === null ? null : describeDateError(date.current.validity);
    if (dateError !== null) {
      setError({ field: 'publishedAt', message: t(dateError) });
      date.current?.focus();
      return;
    }
    onSave(details);
  };

  const renderField = (field: Field, label: string, control: ComponentChildren) => (
    <div class="details-form__field">
      <label for={`${id}-${field}`} id={`${id}-${field}-label`}>
        {label}
      </label>
      {control}
      {field === 'publishedAt' && details.publishedAt !== null && readDay(details.publishedAt) === '' && (
        // Only a year or month, which a date field cannot show.
        <p class="details-form__stated">{formatDate(details.publishedAt, locale) || details.publishedAt}</p>
      )}
      {error?.field === field && (
        <p class="details-form__bad" id={`${id}-${field}-bad`} role="alert">
          {error.message}
        </p>
      )}
      {details[field] !== pageDetails[field] && (
        <p class="details-form__stated">
          <span dir="auto">{describePageValue(field, pageDetails[field])}</span>{' '}
          <TextButton
            aria-describedby={`${id}-${field}-label`}
            onClick={() => {
              update(field, pageDetails[field]);
              if (field === 'publishedAt' && date.current !== null)
                date.current.value = readDay(pageDetails.publishedAt);
              document.getElementById(`${id}-${field}`)?.focus();
            }}
          >
            {t('detailsPutBack')}
          </TextButton>
        </p>
      )}
    </div>
  );
  const getControlProps = (field: Field) => ({
    id: `${id}-${field}`,
    'aria-invalid': error?.field === field,
    'aria-describedby': error?.field === field ? `${id}-${field}-bad` : undefined,
  });
  const renderTextField = (field: 'siteName' | 'byline', limit: number) => (
    <input
      {...getControlProps(field)}
      class="field"
      dir="auto"
      maxLength={limit}
      autocomplete="off"
      value={details[field] ?? ''}
      onInput={({ currentTarget }) =>
        update(field, currentTarget.value.trim() === '' ? null : currentTarget.value)
      }
    />
  );
  return (
    <form class="details-form" onSubmit={submit} noValidate>
      {renderField(
        'title',
        t('detailsFieldTitle'),
        <textarea
          {...getControlProps('title')}
          ref={titleRef}
          class="field"
          rows={2}
          dir="auto"
          maxLength={LINE_LIMITS.title}
          value={details.title}
          onInput={({ currentTarget }) => update('title', currentTarget.value)}
          onKeyDown={(event) => {
            // The title is a single line, although the field wraps it.
            if (event.key === 'Enter' && !event.isComposing) submit(event);
          }}
        />,
      )}
      {renderField('siteName', t('detailsFieldSite'), renderTextField('siteName', LINE_LIMITS.siteName))}
      {renderField('byline', t('detailsFieldAuthor'), renderTextField('byline', LINE_LIMITS.byline))}
      {renderField(
        'publishedAt',
        t('detailsFieldDate'),
        // Uncontrolled, because the value of an incomplete date is empty, so the field would be cleared while typing.
        <input
          {...getControlProps('publishedAt')}
          ref={date}
          class="field details-form__short"
          type="date"
          min={MIN_DATE}
          max={maxDate()}
          defaultValue={readDay(currentDetails.publishedAt)}
          onInput={({ currentTarget: { value } }) =>
            // If the day is the one that the page states, keeps the page's time of day.
            update(
              'publishedAt',
              value !== '' && value === readDay(pageDetails.publishedAt)
                ? pageDetails.publishedAt
                : value || null,
            )
          }
        />,
      )}
      {renderField(
        'lang',
        t('detailsFieldLanguage'),
        <select
          {...getControlProps('lang')}
          class="field details-form__short"
          value={details.lang ?? ''}
          onChange={({ currentTarget }) => update('lang', currentTarget.value || null)}
        >
          <option value="">{t('detailsNoLanguage')}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>,
      )}
      <div class="details-form__end">
        <Button onClick={onCancel}>{t('actionCancel')}</Button>
        <SubmitButton>{t('actionKeep')}</SubmitButton>
      </div>
    </form>
  );
}

/** Older than any newspaper; `restore/fields.ts` has the same limit. */
const MIN_DATE = '1600-01-01';

/** Formats the local day of a date for a date field (`YYYY-MM-DD`). */
function formatDay(date: Date): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** Returns tomorrow, which has already begun in some time zones, as the maximum date. */
export const maxDate = (now: Date = new Date()): string =>
  formatDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1));

/**
 * Converts a date to the value of a date field, in local time.
 *
 * @param date ISO 8601
 * @returns `''` if the date is null, invalid, or only a year or month, which a date field cannot show
 */
export function readDay(date: string | null): string {
  if (date === null || /^\d{4}(?:-\d{2})?$/.test(date)) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const day = new Date(date);
  return Number.isNaN(day.getTime()) ? '' : formatDay(day);
}

/** Returns the message key for an invalid date field, or null if it is valid. */
export function describeDateError({
  badInput,
  rangeUnderflow,
  rangeOverflow,
}: Pick<ValidityState, 'badInput' | 'rangeUnderflow' | 'rangeOverflow'>):
  | 'detailsNoDate'
  | 'detailsDateOutside'
  | null {
  if (badInput) return 'detailsNoDate';
  return rangeUnderflow || rangeOverflow ? 'detailsDateOutside' : null;
}
