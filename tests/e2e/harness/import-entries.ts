import { giveFile } from './give-files.ts';
import type { Session } from './session.ts';

/** An article of a wallabag export. */
export interface Entry {
  url: string;
  title: string;
  content: string;
  published_at?: string;
  created_at?: string;
}

/** As wallabag writes it: a file is known by its fields. */
const asExported = (entry: Entry, id: number) => ({
  id,
  is_archived: 0,
  is_starred: 0,
  created_at: '2026-06-01T10:00:00+00:00',
  updated_at: '2026-06-01T10:00:00+00:00',
  mimetype: 'text/html',
  language: 'en',
  reading_time: 1,
  domain_name: new URL(entry.url).hostname,
  preview_picture: null,
  tags: [],
  ...entry,
});

/** Brings articles into the library, as many as a test wants and without visiting them. */
export async function importEntries(session: Session, entries: readonly Entry[]): Promise<void> {
  const screen = await session.screen('transfer.html');
  await giveFile(screen, 'wallabag.json', new Blob([JSON.stringify(entries.map(asExported))]));
  await screen.click('button', new RegExp(`^Import ${entries.length} articles$`));
  await screen.shows(`${entries.length} articles added`);
  await screen.page.close();
}
