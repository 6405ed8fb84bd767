package dev.sallyport.transport;

import dev.sallyport.identity.CertificateNames;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Believes a peer whose chain leads to the lab's CA, for its purpose, and whose certificate carries the right name.
 *
 * <p>The JDK's own name check needs the engine to know its peer, which would make it send SNI and resume sessions; a
 * resumed session shows no certificates, and Lync on Windows Server 2008 R2 knows no SNI.
 */
final class Trust extends X509ExtendedTrustManager {

    private final X509TrustManager chains;
    private final Predicate<CertificateNames> named;
    private final String expected;

    private Trust(X509TrustManager chains, Predicate<CertificateNames> named, String expected) {
        this.chains = chains;
        this.named = named;
        this.expected = expected;
    }

    /** Believes the host of exactly that name. */
    static Trust inHost(String fqdn, X509TrustManager chains) {
        return new Trust(chains, names -> names.include(fqdn), fqdn);
    }

    /** Believes every host of the lab, as a Lync server believes those of its topology. */
    static Trust inLab(Directory directory, X509TrustManager chains) {
        return new Trust(chains, names -> directory.knowsAny(names.values()), "a host of this lab");
    }

    /** Returns what judges chains to these authorities; made once a host, for making it is dear. */
    static X509TrustManager chainsTo(List<X509Certificate> trusted) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate authority : trusted) {
                store.setCertificateEntry(Fingerprint.of(authority), authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return new KnownChains((X509TrustManager) factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("this JDK cannot judge certificate chains", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        chains.checkServerTrusted(chain, authType);
        checkName(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        chains.checkClientTrusted(chain, authType);
        checkName(chain[0]);
    }

    private void checkName(X509Certificate certificate) throws CertificateException {
        CertificateNames names = CertificateNames.of(certificate);
        if (!named.test(names)) {
            throw new CertificateException(
                    "the certificate names " + String.join(", ", names.values()) + ", not " + expected);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chains.getAcceptedIssuers();
    }
}
