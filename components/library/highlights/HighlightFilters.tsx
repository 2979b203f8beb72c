import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
} from '../../../utils/library/articles/highlight-colours.ts';
import type { HighlightFilter } from '../../../utils/library/lists/library-place.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';

/** Days back that can be chosen. Each has a sentence `highlightDays_<days>`. */
const SPANS = ['7', '30', '365'] as const;

export interface HighlightFiltersProps {
  filter: HighlightFilter;
  tags: readonly string[];
  lists: readonly { id: string; name: string }[];
  onFilter: (filter: HighlightFilter) => void;
}

/** Which highlights are shown, in one line where there is room. */
export function HighlightFilters({ filter, tags, lists, onFilter }: HighlightFiltersProps) {
  const { t } = useStrings();
  const change = (next: Partial<HighlightFilter>): void => onFilter({ ...filter, ...next });
  const toggle = (colour: HighlightColour): void =>
    change({ colour: filter.colour === colour ? null : colour });
  const choose = (
    label: string,
    any: string,
    value: string | null,
    options: readonly { value: string; label: string }[],
    onChoose: (value: string | null) => void,
  ) =>
    (options.length > 0 || value !== null) && (
      <select
        class="field marked-filters__select"
        aria-label={label}
        value={value ?? ''}
        data-on={value !== null}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return (
    <fieldset class="marked-filters">
      <legend class="visually-hidden">{t('highlightFilters')}</legend>
      <span class="marked-filters__colours">
        {HIGHLIGHT_COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            class="swatch"
            data-colour={colour}
            aria-pressed={filter.colour === colour}
            aria-label={t('highlightOnly', t(`highlightColour_${colour}`))}
            title={t('highlightOnly', t(`highlightColour_${colour}`))}
            onClick={() => toggle(colour)}
          />
        ))}
      </span>
      <label class="marked-filters__note">
        <input
          type="checkbox"
          checked={filter.hasNote}
          onChange={(event) => change({ hasNote: event.currentTarget.checked })}
        />
        {t('highlightWithNote')}
      </label>
      {choose(
        t('railTags'),
        t('highlightAnyTag'),
        filter.tag,
        tags.map((tag) => ({ value: tag, label: tag })),
        (tag) => change({ tag }),
      )}
      {choose(
        t('railLists'),
        t('highlightAnyList'),
        filter.list,
        lists.map(({ id, name }) => ({ value: id, label: name })),
        (list) => change({ list }),
      )}
      {choose(
        t('highlightWhen'),
        t('highlightAnyTime'),
        filter.days === null ? null : String(filter.days),
        SPANS.map((days) => ({ value: days, label: t(`highlightDays_${days}`) })),
        (days) => change({ days: days === null ? null : Number(days) }),
      )}
      <SegmentedChoice
        label={t('highlightOrder')}
        options={[
          { value: 'grouped', label: t('highlightGrouped') },
          { value: 'stream', label: t('highlightStream') },
        ]}
        value={filter.grouped ? 'grouped' : 'stream'}
        onChange={(order) => change({ grouped: order === 'grouped' })}
      />
    </fieldset>
  );
}
