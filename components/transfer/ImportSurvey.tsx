import { useState } from 'preact/hooks';
import { formatDate } from '../ui/base/format.ts';
import { type PluralKey, useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ImportFailures } from './ImportFailures.tsx';
import type { ChosenFile, SurveyFacts } from './transfer-types.ts';

interface Choice {
  fetchTexts: boolean;
  takeSettings: boolean;
}

interface Props {
  chosen: ChosenFile;
  onStart: (choice: Choice) => void;
  onDrop: () => void;
  onSaveFailures: () => void;
}

/** What a chosen file is, and what importing it will do. Nothing is written before the user says so. */
export function ImportSurvey({ chosen, onStart, onDrop, onSaveFailures }: Props) {
  const { t, find, number } = useStrings();
  if (chosen.state === 'looking') {
    const { done, total } = chosen;
    const share = total === null || total === 0 ? null : done / total;
    return (
      <div class="transfer-card">
        <h3 tabIndex={-1} data-survey>
          {t('importLooking', chosen.fileName)}
        </h3>
        <ProgressBar label={t('importLooking', chosen.fileName)} share={share} />
        <p class="transfer-card__line">{t('importLooked', number(done))}</p>
        <button type="button" class="button" onClick={onDrop}>
          {t('actionCancel')}
        </button>
      </div>
    );
  }
  if (chosen.state === 'refused') {
    return (
      <div class="transfer-card transfer-card--bad" role="alert">
        <h3 tabIndex={-1} data-survey>
          {t('importRefused', chosen.fileName)}
        </h3>
        <p>{find(`transferError_${chosen.code}`) ?? t('transferError_failed')}</p>
        <p class="transfer-card__line">{t('importUntouched')}</p>
        <button type="button" class="button" onClick={onDrop}>
          {t('importOther')}
        </button>
      </div>
    );
  }
  const { fileName, survey } = chosen;
  const actions = { onStart, onDrop, onSaveFailures };
  return <Ready fileName={fileName} survey={survey} {...actions} />;
}

/** Facts worth a line: how many, in words. */
function linesOf(survey: SurveyFacts): [PluralKey, number][] {
  const lines: [PluralKey, number][] = [
    ['importFresh', survey.fresh],
    ['importHere', survey.here],
    ['importTwice', survey.twice],
    ['importBad', survey.failed],
    ['importWithText', survey.withText],
    ['importHighlights', survey.highlights],
    ['importLists', survey.lists],
    ['importTags', survey.tags],
    ['importImages', survey.backup?.images ?? 0],
  ];
  return lines.filter(([key, count]) => count > 0 || key === 'importFresh');
}

function Ready({
  fileName,
  survey,
  onStart,
  onDrop,
  onSaveFailures,
}: { fileName: string; survey: SurveyFacts } & Omit<Props, 'chosen'>) {
  const { t, find, count, locale } = useStrings();
  const [fetchTexts, setFetchTexts] = useState(false);
  const [takeSettings, setTakeSettings] = useState(survey.libraryCount === 0);
  const isBackup = survey.backup !== null;
  const isEmpty = survey.fresh + survey.here === 0;
  const missing = survey.fresh - survey.withText;
  // As many as are said to be new; those that are here get what the file adds to them.
  const startWords =
    survey.fresh > 0 || survey.here === 0
      ? count('importStart', survey.fresh)
      : count('importUpdate', survey.here);
  return (
    <div class="transfer-card">
      <h3 tabIndex={-1} data-survey>
        {find(`importFormat_${survey.format}`)}
      </h3>
      <p class="transfer-card__line">
        {fileName}
        {survey.backup !== null && ` · ${t('importMade', formatDate(survey.backup.createdAt, locale))}`}
      </p>
      <ul class="facts">
        {linesOf(survey).map(([key, amount]) => (
          <li key={key} data-bad={key === 'importBad'}>
            {count(key, amount)}
          </li>
        ))}
      </ul>
      {survey.failures.length > 0 && (
        <ImportFailures
          count={survey.failed}
          load={() => Promise.resolve(survey.failures.map((line, id) => ({ ...line, id })))}
          onSave={onSaveFailures}
        />
      )}
      {isBackup && (
        <p class="transfer-card__line">{t(survey.libraryCount === 0 ? 'restoreEmpty' : 'restoreJoin')}</p>
      )}
      {!isBackup && missing > 0 && (
        <label class="tick">
          <input
            type="checkbox"
            checked={fetchTexts}
            onChange={(event) => setFetchTexts(event.currentTarget.checked)}
          />
          <span>
            <span class="tick__name">{count('importFetch', missing)}</span>
            <span class="tick__hint">{count('importFetchHint', survey.fetchMinutes)}</span>
          </span>
        </label>
      )}
      {isBackup && (
        <label class="tick">
          <input
            type="checkbox"
            checked={takeSettings}
            onChange={(event) => setTakeSettings(event.currentTarget.checked)}
          />
          <span>
            <span class="tick__name">{t('restoreSettings')}</span>
            <span class="tick__hint">{t('restoreSettingsHint')}</span>
          </span>
        </label>
      )}
      <div class="transfer-card__buttons">
        <button
          type="button"
          class="button button--primary"
          disabled={isEmpty}
          onClick={() => onStart({ fetchTexts, takeSettings })}
        >
          {isBackup ? t('restoreStart') : startWords}
        </button>
        <button type="button" class="button" onClick={onDrop}>
          {t('actionCancel')}
        </button>
      </div>
    </div>
  );
}
