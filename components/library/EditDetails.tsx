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

interface EditDetailsProps {
  shown: ArticleDetails;
  /** What the page itself states. */
  stated: ArticleDetails;
  onSave: (details: ArticleDetails) => void;
  /** Cancels without closing the sheet; closes it if absent. */
  onCancel?: () => void;
  onClose: () => void;
}

/** Edits an article's details in a sheet. */
export function EditDetails({ shown, stated, onSave, onCancel, onClose }: EditDetailsProps) {
  const { t } = useStrings();
  const title = useRef<HTMLTextAreaElement>(null);
  // After the sheet has taken the focus, and before it is painted.
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <Sheet title={t('detailsEdit')} className="details" onClose={onClose}>
      {(close) => (
        <DetailsForm
          shown={shown}
          stated={stated}
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

export interface DetailsFormProps extends Required<Omit<EditDetailsProps, 'onClose'>> {
  /** Ref of the first field. */
  titleRef: RefObject<HTMLTextAreaElement | null>;
}

type Field = keyof ArticleDetails;

/** Edits an article's title, site, author, date and language; each can be reset to what the page states. */
export function DetailsForm({ shown, stated, titleRef, onSave, onCancel }: DetailsFormProps) {
  const { t, locale } = useStrings();
  const id = useId();
  const [details, setDetails] = useState(shown);
  const [problem, setProblem] = useState<{ field: Field; texts: string } | null>(null);
  const date = useRef<HTMLInputElement>(null);
  const tags = [shown.lang, stated.lang].filter((tag) => tag !== null);
  const languages = useMemo(() => listLanguages(locale, tags), [locale, ...tags]);

  const update = (field: Field, value: string | null): void => {
    setDetails((before) => ({ ...before, [field]: value }));
    setProblem(null);
  };
  const showProblem = (field: Field, value: string | null): string => {
    if (value === null || value === '') return t('detailsPageStatesNone');
    if (field === 'publishedAt') return t('detailsPageStates', formatDate(value, locale) || value);
    const language = languages.find(({ code }) => code === value)?.name;
    return t('detailsPageStates', field === 'lang' ? (language ?? value) : value);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (details.title.trim() === '' && stated.title !== '') {
      setProblem({ field: 'title', texts: t('detailsNoTitle') });
      titleRef.current?.focus();
      return;
    }
    const wrong = date.current === null ? null : describeDateError(date.current.validity);
    if (wrong !== null) {
      setProblem({ field: 'publishedAt', texts: t(wrong) });
      date.current?.focus();
      return;
    }
    onSave(details);
  };

  const frame = (field: Field, label: string, control: ComponentChildren) => (
    <div class="details-form__field">
      <label for={`${id}-${field}`} id={`${id}-${field}-label`}>
        {label}
      </label>
      {control}
      {field === 'publishedAt' && details.publishedAt !== null && readDay(details.publishedAt) === '' && (
        // A year or month, which a date field cannot show.
        <p class="details-form__stated">{formatDate(details.publishedAt, locale) || details.publishedAt}</p>
      )}
      {problem?.field === field && (
        <p class="details-form__bad" id={`${id}-${field}-bad`} role="alert">
          {problem.texts}
        </p>
      )}
      {details[field] !== stated[field] && (
        <p class="details-form__stated">
          <span dir="auto">{showProblem(field, stated[field])}</span>{' '}
          <TextButton
            aria-describedby={`${id}-${field}-label`}
            onClick={() => {
              update(field, stated[field]);
              if (field === 'publishedAt' && date.current !== null)
                date.current.value = readDay(stated.publishedAt);
              document.getElementById(`${id}-${field}`)?.focus();
            }}
          >
            {t('detailsPutBack')}
          </TextButton>
        </p>
      )}
    </div>
  );
  const described = (field: Field) => ({
    id: `${id}-${field}`,
    'aria-invalid': problem?.field === field,
    'aria-describedby': problem?.field === field ? `${id}-${field}-bad` : undefined,
  });
  const line = (field: 'siteName' | 'byline', limit: number) => (
    <input
      {...described(field)}
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
      {frame(
        'title',
        t('detailsFieldTitle'),
        <textarea
          {...described('title')}
          ref={titleRef}
          class="field"
          rows={2}
          dir="auto"
          maxLength={LINE_LIMITS.title}
          value={details.title}
          onInput={({ currentTarget }) => update('title', currentTarget.value)}
          onKeyDown={(event) => {
            // A single line of text in a multi-line field.
            if (event.key === 'Enter' && !event.isComposing) submit(event);
          }}
        />,
      )}
      {frame('siteName', t('detailsFieldSite'), line('siteName', LINE_LIMITS.siteName))}
      {frame('byline', t('detailsFieldAuthor'), line('byline', LINE_LIMITS.byline))}
      {frame(
        'publishedAt',
        t('detailsFieldDate'),
        // Uncontrolled, because a partly typed date has an empty value and would be cleared.
        <input
          {...described('publishedAt')}
          ref={date}
          class="field details-form__short"
          type="date"
          min={FIRST_DAY}
          max={lastDay()}
          defaultValue={readDay(shown.publishedAt)}
          onInput={({ currentTarget: { value } }) =>
            // Keeps the time that the page states if the day is unchanged.
            update(
              'publishedAt',
              value !== '' && value === readDay(stated.publishedAt) ? stated.publishedAt : value || null,
            )
          }
        />,
      )}
      {frame(
        'lang',
        t('detailsFieldLanguage'),
        <select
          {...described('lang')}
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

/** Older than any newspaper; also the lower limit when restoring rows. */
const FIRST_DAY = '1600-01-01';

/** Formats a day as a date field requires, in local time. */
function formatDay(date: Date): string {
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1, 2)}-${part(date.getDate(), 2)}`;
}

/** Today, or tomorrow if that has already begun in another time zone. */
export const lastDay = (now: Date = new Date()): string =>
  formatDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1));

/**
 * The local day of a date, for a date field.
 *
 * @param date ISO 8601
 * @returns `''` if there is none, or only a year or month, which a date field cannot show
 */
export function readDay(date: string | null): string {
  if (date === null || /^\d{4}(?:-\d{2})?$/.test(date)) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const day = new Date(date);
  return Number.isNaN(day.getTime()) ? '' : formatDay(day);
}

/** Returns the message for an invalid date field. */
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
