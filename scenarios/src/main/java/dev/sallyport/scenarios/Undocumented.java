package dev.sallyport.scenarios;

/** Which undocumented flows between zones a scenario proves closed. */
public enum Undocumented {
    /** None: only documented rows are checked. */
    NONE,
    /** Those beside the documented ones, where a rule drawn too wide would leak. */
    NEIGHBOURS,
    /** Every port of every address. */
    EVERY
}
