import type { ComponentChildren, RefObject } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleDetails } from '../../../utils/library/types.ts';
import { listLanguages } from '../../../utils/text/language-names.ts';
import { LINE_LIMITS } from '../../../utils/text/limits.ts';
import { formatDate } from '../../ui/base/format.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { dateProblem, firstDay, lastDay, readDay } from './details-date.ts';
import '../../ui/menus/pick-popover.css';
import './details-form.css';

export interface DetailsFormProps {
  shown: ArticleDetails;
  /** What the page itself states. */
  stated: ArticleDetails;
  /** Gets the first field. */
  title: RefObject<HTMLTextAreaElement | null>;
  onSave: (details: ArticleDetails) => void;
  onCancel: () => void;
}

type Field = keyof ArticleDetails;

/** Title, site, author, date and language of an article, to be put right; what the page states is one press away. */
export function DetailsForm({ shown, stated, title, onSave, onCancel }: DetailsFormProps) {
  const { t, locale } = useStrings();
  const id = useId();
  const [details, setDetails] = useState(shown);
  const [problem, setProblem] = useState<{ field: Field; words: string } | null>(null);
  const date = useRef<HTMLInputElement>(null);
  const tags = [shown.lang, stated.lang].filter((tag) => tag !== null);
  const languages = useMemo(() => listLanguages(locale, tags), [locale, ...tags]);

  const put = (field: Field, value: string | null): void => {
    setDetails((before) => ({ ...before, [field]: value }));
    setProblem(null);
  };
  const say = (field: Field, value: string | null): string => {
    if (value === null || value === '') return t('detailsPageStatesNone');
    if (field === 'publishedAt') return t('detailsPageStates', formatDate(value, locale) || value);
    const language = languages.find(({ code }) => code === value)?.name;
    return t('detailsPageStates', field === 'lang' ? (language ?? value) : value);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (details.title.trim() === '' && stated.title !== '') {
      setProblem({ field: 'title', words: t('detailsNoTitle') });
      title.current?.focus();
      return;
    }
    const wrong = date.current === null ? null : dateProblem(date.current.validity);
    if (wrong !== null) {
      setProblem({ field: 'publishedAt', words: t(wrong) });
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
        // A year or a month, which the field can't show.
        <p class="details-form__stated">{formatDate(details.publishedAt, locale) || details.publishedAt}</p>
      )}
      {problem?.field === field && (
        <p class="details-form__bad" id={`${id}-${field}-bad`} role="alert">
          {problem.words}
        </p>
      )}
      {details[field] !== stated[field] && (
        <p class="details-form__stated">
          <span dir="auto">{say(field, stated[field])}</span>{' '}
          <button
            type="button"
            class="text-button"
            aria-describedby={`${id}-${field}-label`}
            onClick={() => {
              put(field, stated[field]);
              if (field === 'publishedAt' && date.current !== null)
                date.current.value = readDay(stated.publishedAt);
              document.getElementById(`${id}-${field}`)?.focus();
            }}
          >
            {t('detailsPutBack')}
          </button>
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
        put(field, currentTarget.value.trim() === '' ? null : currentTarget.value)
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
          ref={title}
          class="field"
          rows={2}
          dir="auto"
          maxLength={LINE_LIMITS.title}
          value={details.title}
          onInput={({ currentTarget }) => put('title', currentTarget.value)}
          onKeyDown={(event) => {
            // It is one line, whatever its length.
            if (event.key === 'Enter' && !event.isComposing) submit(event);
          }}
        />,
      )}
      {frame('siteName', t('detailsFieldSite'), line('siteName', LINE_LIMITS.siteName))}
      {frame('byline', t('detailsFieldAuthor'), line('byline', LINE_LIMITS.byline))}
      {frame(
        'publishedAt',
        t('detailsFieldDate'),
        // Its own keeper: half a date that is being typed is none, and must not be taken away.
        <input
          {...described('publishedAt')}
          ref={date}
          class="field details-form__short"
          type="date"
          min={firstDay()}
          max={lastDay()}
          defaultValue={readDay(shown.publishedAt)}
          onInput={({ currentTarget: { value } }) =>
            // The hour that the page states is kept where the day is the same.
            put(
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
          onChange={({ currentTarget }) => put('lang', currentTarget.value || null)}
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
        <button type="button" class="button" onClick={onCancel}>
          {t('actionCancel')}
        </button>
        <button type="submit" class="button button--primary">
          {t('actionKeep')}
        </button>
      </div>
    </form>
  );
}
