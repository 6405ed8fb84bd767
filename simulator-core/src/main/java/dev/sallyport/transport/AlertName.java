package dev.sallyport.transport;

import java.util.Map;

/** Names of the fatal alerts a TLS 1.2 handshake ends by (RFC 5246 §7.2.2). */
final class AlertName {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(10, "unexpected-message"),
            Map.entry(20, "bad-record-mac"),
            Map.entry(22, "record-overflow"),
            Map.entry(40, "handshake-failure"),
            Map.entry(42, "bad-certificate"),
            Map.entry(43, "unsupported-certificate"),
            Map.entry(44, "certificate-revoked"),
            Map.entry(45, "certificate-expired"),
            Map.entry(46, "certificate-unknown"),
            Map.entry(47, "illegal-parameter"),
            Map.entry(48, "unknown-ca"),
            Map.entry(49, "access-denied"),
            Map.entry(50, "decode-error"),
            Map.entry(51, "decrypt-error"),
            Map.entry(70, "protocol-version"),
            Map.entry(71, "insufficient-security"),
            Map.entry(80, "internal-error"),
            Map.entry(110, "unsupported-extension"));

    private AlertName() {}

    static String of(int number) {
        return NAMES.getOrDefault(number, Integer.toString(number));
    }
}
