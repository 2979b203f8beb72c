import { useContext, useMemo, useState } from 'preact/hooks';
import type { SaveState } from '../../components/popup/SaveActions.tsx';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { ExampleDemoProps } from '../../components/welcome/ExampleDemo.tsx';
import { buildExample } from '../../components/welcome/example-article.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { findSaved } from '../../utils/library/articles/articles.ts';
import { deleteArticles } from '../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../utils/library/articles/save-article.ts';
import { browser } from '../../utils/platform/browser.ts';
import { openLibrary, openReader } from '../../utils/platform/open-page.ts';
import { copyQuote } from '../shared/quotes/copy-quote.ts';
import { useCommands } from '../shared/use-commands.ts';
import { useLibrary } from '../shared/use-library.ts';
import { useSettings } from '../shared/use-settings.ts';
import { useSiteAccess } from '../shared/use-site-access.ts';

/** A sample article that the user can actually save, read and remove. */
function useExample(): ExampleDemoProps {
  const strings = useContext(StringsContext);
  const announce = useAnnounce();
  const [failure, setFailure] = useState<SaveState | null>(null);
  const example = useMemo(() => buildExample(strings), [strings]);
  const { article, quotes } = example;
  const saved = useLibrary(() => findSaved(article.canonicalUrl), [article], true);
  const row = saved ?? null;
  const storedState: SaveState =
    row === null ? { kind: 'unsaved' } : { kind: 'saved', articleId: row.id, savedAt: row.savedAt };

  const save = async (): Promise<string> => {
    const { articleId } = await saveArticle({ article, quotes, savedFrom: 'page' });
    announce(strings.t('popupSavedAnnounce'));
    return articleId;
  };
  const run = (work: () => Promise<unknown>): void => {
    setFailure(null);
    work().catch((error: unknown) => {
      console.error('offprint: example', error);
      setFailure({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
  };
  return {
    example,
    save: failure ?? storedState,
    onSave: () => run(save),
    // The article must be saved before it can be opened in the reader.
    onRead: () => run(async () => openReader(row?.id ?? (await save()))),
    onRemove: () => run(async () => row !== null && deleteArticles([row.id])),
    onCopy: (index) => copyQuote(quotes[index], article),
  };
}

/** The welcome page, which is opened once after the installation. */
export function App() {
  const [settings, changeSettings] = useSettings();
  const shortcuts = useCommands();
  const reading = useSiteAccess(settings);
  const example = useExample();
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };
  return (
    <Welcome
      example={example}
      siteAccess={reading}
      underline={
        settings && {
          value: settings.underlineQuotes,
          onChange: (choice) =>
            run(
              changeSettings((next) => {
                next.underlineQuotes = choice;
              }),
            ),
        }
      }
      commandList={shortcuts}
      onOpenLibrary={() => run(openLibrary())}
      onOpenOptions={() => run(browser.runtime.openOptionsPage())}
    />
  );
}
