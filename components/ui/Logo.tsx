import './logo.css';

/** The product's logo: a sheet with a turned corner and an opening quotation mark. */
export function Logo() {
  return (
    <svg class="logo" viewBox="20 6 88 116" aria-hidden="true" focusable="false">
      <path fill="#3b55e6" d="M28 6h48l32 32v76a8 8 0 0 1-8 8H28a8 8 0 0 1-8-8V14a8 8 0 0 1 8-8z" />
      <path fill="#b3c0ff" d="M76 6l32 32H82a6 6 0 0 1-6-6z" />
      <path fill="#fff" d="M58 54c-14 4-22 14-22 27a13 13 0 1 0 13-13c1-4 5-7 11-8z" />
      <path fill="#fff" d="M90 54c-14 4-22 14-22 27a13 13 0 1 0 13-13c1-4 5-7 11-8z" />
    </svg>
  );
}
