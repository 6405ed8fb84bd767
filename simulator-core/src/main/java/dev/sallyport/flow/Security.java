package dev.sallyport.flow;

import java.util.Locale;

/** How a connection is protected: in clear, by the server's certificate, or by the certificates of both ends. */
public enum Security {
    NONE,
    TLS,
    MTLS;

    /** Returns the security as files and reports write it: {@code none}, {@code tls}, {@code mtls}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
