import { createContext } from 'preact';

/** True where the screen is a phone's: what needs a keyboard or dragging is left out. */
export const PhoneContext = createContext(false);
