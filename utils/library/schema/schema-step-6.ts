/** Step 6: the change log's facts under its new name. */
import type { Transaction } from 'dexie';

/**
 * What is known of former segments is dropped with its tables. They are read as before where the library is lost; else
 * the log is filled from the beginning, and they go once it is full.
 */
export async function renameLog(transaction: Transaction): Promise<void> {
  const meta = transaction.table<{ key: string; value: unknown }, string>('meta');
  const former = await meta.where('key').startsWith('journal').toArray();
  const of = (key: string): unknown => former.find((row) => row.key === key)?.value;
  await meta.bulkDelete(former.map(({ key }) => key));
  await meta.bulkPut([
    { key: 'logId', value: of('journalId') ?? crypto.randomUUID() },
    { key: 'logFill', value: '' },
    ...former
      .filter(({ key }) => key.startsWith('journalRestored:'))
      .map(({ key, value }) => ({ key: key.replace('journalRestored:', 'logRestored:'), value })),
  ]);
  // Numbers go on above those of the former segments.
  const id = Math.max(Number(of('journalNext') ?? 0), Date.now());
  const notes = transaction.table('logNotes');
  await notes.add({ id, transaction: '', keys: [] });
  await notes.delete(id);
}
