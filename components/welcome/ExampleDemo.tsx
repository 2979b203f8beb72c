import { useMemo, useState } from 'preact/hooks';
import { ArticleHead } from '../popup/ArticleHead.tsx';
import { SaveActions, type SaveState } from '../popup/SaveActions.tsx';
import { KeyQuotes } from '../quotes/KeyQuotes.tsx';
import { assignHues } from '../quotes/voices.ts';
import { useStrings } from '../ui/base/strings.ts';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import { ExamplePage } from './ExamplePage.tsx';
import type { Example } from './example-article.ts';

export interface ExampleDemoProps {
  example: Example;
  save: SaveState;
  onSave: () => void;
  onRead: () => void;
  onTakeOut: () => void;
  onCopy: (index: number) => Promise<boolean>;
}

/** The main job on the invented article: the page, and beside it what the popup shows of it. */
export function ExampleDemo(props: ExampleDemoProps & { isUnderlined: boolean }) {
  const { example, save, isUnderlined, onSave, onRead, onTakeOut, onCopy } = props;
  const { t, count } = useStrings();
  const [isCleared, setCleared] = useState(true);
  const [lit, setLit] = useState<number | null>(null);
  const { article, quotes, voices, boxes } = example;
  const quoted = useMemo(() => ({ ...article, quotes, voices }), [article, quotes, voices]);
  const hues = useMemo(() => assignHues(voices), [voices]);
  const jump = async (index: number): Promise<boolean> => {
    setCleared(true);
    setLit(index);
    document.querySelector(`#example-quote-${index}`)?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  return (
    <div class="example">
      <div class="example__page">
        <SegmentedChoice
          label={t('welcomeView')}
          options={[
            { value: 'before', label: t('welcomeViewBefore') },
            { value: 'after', label: t('welcomeViewAfter') },
          ]}
          value={isCleared ? 'after' : 'before'}
          onChange={(view) => setCleared(view === 'after')}
        />
        <ExamplePage
          example={example}
          hues={hues}
          isCleared={isCleared}
          isUnderlined={isUnderlined}
          lit={lit}
        />
      </div>
      <div class="example__popup">
        <div class="example__body">
          <ArticleHead {...article} heading="h3" />
          <SaveActions
            state={save}
            isPreview={false}
            hasQuotes={false}
            onSave={onSave}
            onDontSave={onTakeOut}
            onRead={onRead}
            onAllQuotes={onRead}
          />
          {save.kind === 'saved' && (
            <button type="button" class="text-button example__undo" onClick={onTakeOut}>
              {t('welcomeTakeOut')}
            </button>
          )}
          <KeyQuotes article={quoted} onJump={jump} onMark={setLit} onCopy={onCopy} />
        </div>
        <div class="example__foot">
          <span>{isCleared ? count('hiddenSignUps', boxes.length) : t('hiddenAllShown')}</span>
          <button type="button" class="text-button" onClick={() => setCleared(!isCleared)}>
            {t(isCleared ? 'actionShowAll' : 'actionHideAll')}
          </button>
        </div>
      </div>
    </div>
  );
}
