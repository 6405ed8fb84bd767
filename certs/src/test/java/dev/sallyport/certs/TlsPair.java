package dev.sallyport.certs;

import dev.sallyport.identity.Identity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A client and a server of the JDK that shake hands by mutual TLS 1.2 in memory. */
final class TlsPair {
    private static final int BUFFER = 1 << 16;
    private static final char[] NO_PASSWORD = {};

    final SSLEngine client;
    final SSLEngine server;

    private TlsPair(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
    }

    /** The client dials the server by a name, and checks that the certificate names it. */
    static TlsPair of(Identity client, Identity server, String dialled) throws GeneralSecurityException, IOException {
        SSLEngine calling = context(client).createSSLEngine(dialled, 5061);
        calling.setUseClientMode(true);
        SSLParameters checked = calling.getSSLParameters();
        checked.setEndpointIdentificationAlgorithm("HTTPS");
        calling.setSSLParameters(checked);
        SSLEngine called = context(server).createSSLEngine();
        called.setUseClientMode(false);
        called.setNeedClientAuth(true);
        return new TlsPair(tls12(calling), tls12(called));
    }

    /** Runs until both ends are done; throws what the end that refuses throws. */
    void handshake() throws SSLException {
        ByteBuffer toServer = ByteBuffer.allocate(BUFFER);
        ByteBuffer toClient = ByteBuffer.allocate(BUFFER);
        client.beginHandshake();
        server.beginHandshake();
        while (!done(client) || !done(server)) {
            step(client, toServer, toClient);
            step(server, toClient, toServer);
        }
    }

    private static boolean done(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> engine.getDelegatedTask().run();
            case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
            case NEED_UNWRAP -> {
                in.flip();
                engine.unwrap(in, ByteBuffer.allocate(BUFFER));
                in.compact();
            }
            default -> {}
        }
    }

    private static SSLEngine tls12(SSLEngine engine) {
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        return engine;
    }

    private static SSLContext context(Identity identity) throws GeneralSecurityException, IOException {
        KeyStore keys = empty();
        keys.setKeyEntry("host", identity.key(), NO_PASSWORD, identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(keyManagers.getKeyManagers(), trust(identity.trusted()).getTrustManagers(), null);
        return context;
    }

    /** The JDK's judgement of certificates by PKIX. */
    static X509TrustManager judge(List<X509Certificate> trusted) throws GeneralSecurityException, IOException {
        return (X509TrustManager) trust(trusted).getTrustManagers()[0];
    }

    private static TrustManagerFactory trust(List<X509Certificate> trusted)
            throws GeneralSecurityException, IOException {
        KeyStore anchors = empty();
        for (X509Certificate authority : trusted) {
            anchors.setCertificateEntry(authority.getSerialNumber().toString(), authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(anchors);
        return factory;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
