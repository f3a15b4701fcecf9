/** A triangle: what is silent can be heard. */
export const playIcon = (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M8 5.5v13l11-6.5z" />
  </svg>
);

/** Two bars: what sounds can be paused. */
export const pauseIcon = (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" />
  </svg>
);
