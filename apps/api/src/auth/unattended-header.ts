/** Set by a page on what it asks while nobody touched it: such a request is answered, but keeps no session alive. */
export const unattendedHeader = "x-ringtrail-unattended";
