package dev.sallyport.testkit.inspection;

/** What the engines call one flow, each in its own words. */
record Names(String tshark, String ndpi) {}
