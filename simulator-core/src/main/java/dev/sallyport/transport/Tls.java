package dev.sallyport.transport;

import dev.sallyport.flow.Security;
import dev.sallyport.identity.Identity;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS 1.2 as Lync 2013 speaks it, with the JDK's engine: the words of a finding must not depend on a native library,
 * and TLS 1.3 would hide the certificates.
 */
public final class Tls {

    private static final String VERSION = "TLSv1.2";

    private final Identity identity;
    private final X509TrustManager chains;
    private final SSLContext serving;

    Tls(Identity identity, Directory directory) {
        this.identity = identity;
        this.chains = Trust.chainsTo(identity.trusted());
        this.serving = context(new KeyManager[] {new OneKey(identity)}, Trust.inLab(directory, chains));
    }

    /**
     * Returns what dials the host of that name: it presents our certificate, and believes a chain to the lab's CA whose
     * certificate carries the name.
     */
    public static SSLContext towards(String name, Identity identity) {
        return context(new KeyManager[] {new OneKey(identity)}, Trust.inHost(name, Trust.chainsTo(identity.trusted())));
    }

    /** Returns the fingerprint of the certificate this host presents. */
    String fingerprint() {
        return Fingerprint.of(identity.certificate());
    }

    /** Returns an engine for an endpoint that demands a certificate, asks for one, or does neither. */
    SSLEngine server(Set<Security> spoken) {
        SSLEngine engine = serving.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {VERSION});
        if (spoken.contains(Security.MTLS)) {
            if (spoken.contains(Security.TLS)) {
                engine.setWantClientAuth(true);
            } else {
                engine.setNeedClientAuth(true);
            }
        }
        return engine;
    }

    /** Returns an engine for one connection to the host of that name, which presents our certificate for MTLS alone. */
    SSLEngine client(String fqdn, Security security) {
        KeyManager[] keys = security == Security.MTLS ? new KeyManager[] {new OneKey(identity)} : new KeyManager[0];
        SSLEngine engine = context(keys, Trust.inHost(fqdn, chains)).createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {VERSION});
        return engine;
    }

    private static SSLContext context(KeyManager[] keys, Trust trust) {
        try {
            SSLContext context = SSLContext.getInstance(VERSION);
            context.init(keys, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot speak " + VERSION, e);
        }
    }
}
