/** Where the destinations are kept while the screen is open. */
export const destinationsKey = ["destinations"] as const;

/** Where the delivery log is kept, whatever it is filtered by. */
export const deliveriesKey = ["deliveries"] as const;
