/** Under which the answers about rented numbers are kept. */
export const rentKeys = { numbers: ["numbers"], limits: ["number-limits"], pollution: ["pollution"] } as const;
