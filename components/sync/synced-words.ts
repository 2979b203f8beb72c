/** Whether an article is at the place from which the user's other devices get it, as it is here. */
export type Synced = 'there' | 'waiting';

/** What is said of that beside a saved article. */
export const SYNCED_WORDS = { there: 'savedSynced', waiting: 'savedNotSynced' } as const;
