/** The header under which the auth library is told the client's true address. What comes from outside is removed. */
export const clientHeader = "x-ringtrail-client";
