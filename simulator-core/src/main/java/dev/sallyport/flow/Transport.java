package dev.sallyport.flow;

import java.util.Locale;

/** The transport a flow rides on. */
public enum Transport {
    TCP,
    UDP;

    /** Returns the transport as files and reports write it: {@code tcp}, {@code udp}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
