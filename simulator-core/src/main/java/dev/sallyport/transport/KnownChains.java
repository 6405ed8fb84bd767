package dev.sallyport.transport;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;

/**
 * Judges a chain of certificates once for each purpose and afterwards only whether it is still valid: hosts of a lab meet
 * again and again, and a signature checked twice is the dearest part of a handshake. Thread-safe.
 */
final class KnownChains implements X509TrustManager {

    private static final int MOST = 10_000;

    private final X509TrustManager judge;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    KnownChains(X509TrustManager judge) {
        this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (!stillGood("server", chain, authType)) {
            judge.checkServerTrusted(chain, authType);
            remember("server", chain, authType);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (!stillGood("client", chain, authType)) {
            judge.checkClientTrusted(chain, authType);
            remember("client", chain, authType);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private boolean stillGood(String purpose, X509Certificate[] chain, String authType) throws CertificateException {
        if (!known.contains(name(purpose, chain, authType))) {
            return false;
        }
        for (X509Certificate certificate : chain) {
            certificate.checkValidity();
        }
        return true;
    }

    private void remember(String purpose, X509Certificate[] chain, String authType) {
        if (known.size() < MOST) {
            known.add(name(purpose, chain, authType));
        }
    }

    private static String name(String purpose, X509Certificate[] chain, String authType) {
        return Arrays.stream(chain)
                .map(Fingerprint::of)
                .collect(Collectors.joining(" ", purpose + " " + authType + " ", ""));
    }
}
