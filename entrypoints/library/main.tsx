import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { awaitPrefetch } from '../shared/prefetch.ts';
import { App } from './App.tsx';

// Waits for the prefetched list, so that it is shown in the first frame.
awaitPrefetch().then(() => mountLibraryScreen(App, { title: 'titleLibrary' }));
