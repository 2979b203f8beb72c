import { mount } from '../shared/mount.tsx';
import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { App } from './App.tsx';

// An open tab's page can be read in private windows, too.
const isSaved = new URLSearchParams(location.search).has('id');
(isSaved ? mountLibraryScreen : mount)(App, { ownTheme: true });
