import { mount } from '../shared/mount.tsx';
import { App } from './App.tsx';

if (new URLSearchParams(location.search).has('highlight')) {
  import('./HighlightNoteScreen.tsx')
    .then(({ HighlightNoteScreen }) => mount(HighlightNoteScreen))
    .catch((error: unknown) => console.error('offprint: no note', error));
} else {
  // The font of headline and quotes, loaded while the page is asked, so that it is there for the first frame.
  document.fonts
    .load('16px Literata')
    .catch((error: unknown) => console.warn('offprint: no reading face', error));
  mount(App);
}
