import { mount } from '../shared/mount.tsx';
import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { App } from './App.tsx';

// Unlike a saved article, an open tab's page can also be read in private windows.
const isSaved = new URLSearchParams(location.search).has('id');
(isSaved ? mountLibraryScreen : mount)(App, { ownTheme: true });
