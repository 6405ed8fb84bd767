package dev.sallyport.scenarios;

/** How many ports of a documented range a scenario tries. */
public enum MediaPorts {
    /** Both ends and some between. */
    SAMPLE,
    /** All of them. */
    EVERY
}
