/** The protocol that links and texts by hand name in their first byte, and that everything behind them speaks. */
export const PROTOCOL_VERSION = 2;
