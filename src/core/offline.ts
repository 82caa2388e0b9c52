/** Visited pages that a browser keeps without being asked; the one visited longest ago goes first. */
export const PAGES_KEPT = 60;
