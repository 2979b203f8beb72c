import { mount } from '../shared/mount.tsx';
import { App } from './App.tsx';

if (new URLSearchParams(location.search).has('highlight')) {
  import('./HighlightNoteScreen.tsx')
    .then(({ HighlightNoteScreen }) => mount(HighlightNoteScreen))
    .catch((error: unknown) => console.error('offprint: no note', error));
} else {
  // Preloads the font of the headline and the quotes, so that it is ready for the first frame.
  document.fonts
    .load('16px Literata')
    .catch((error: unknown) => console.warn('offprint: font not loaded', error));
  mount(App);
}
