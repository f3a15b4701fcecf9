// Preloaded into a server process by a test: its clock runs faster than the wall's, and goes on when the process is
// killed and another takes its place. Timers stay as they are.
const real = Date.now;
const begun = Number(process.env.CLOCK_BEGUN);
const speed = Number(process.env.CLOCK_SPEED);
Date.now = () => Math.floor(begun + (real() - begun) * speed);
