import { mount } from '../shared/mount.tsx';
import { App } from './App.tsx';

// Headline and quotes are set in it: read while the page is asked, it is there for the first frame.
document.fonts
  .load('16px Literata')
  .catch((error: unknown) => console.warn('offprint: no reading face', error));
mount(App);
