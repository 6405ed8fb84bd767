package dev.sallyport.testkit.box;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A box that inspects TLS: it ends the caller's connection with a certificate of its own, opens another to the far end
 * with the same certificate, believes everybody, asks nobody for a certificate, and passes on what comes.
 *
 * <p>A firewall sends it connections by {@code redirect}.
 */
public final class TlsTerminatingProxy {

    private final SSLContext tls;
    private final InetAddress far;
    private final int port;

    private TlsTerminatingProxy(SSLContext tls, InetAddress far, int port) {
        this.tls = tls;
        this.far = far;
        this.port = port;
    }

    /**
     * Listens until it is killed; prints {@code ready} once it does.
     *
     * @param args the port to listen on, the far end's address and port, the folder with this box's certificate
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        SSLContext tls = context(new IdentityFolder(Path.of(args[3])).read(Instant.now()));
        TlsTerminatingProxy proxy =
                new TlsTerminatingProxy(tls, InetAddress.getByName(args[1]), Integer.parseInt(args[2]));
        proxy.listen(Integer.parseInt(args[0]));
    }

    private static SSLContext context(Identity identity) throws IOException, GeneralSecurityException {
        char[] none = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("box", identity.key(), none, identity.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, none);
        KeyManager[] presented = keys.getKeyManagers();
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(presented, new TrustManager[] {new Credulous()}, new SecureRandom());
        return context;
    }

    private void listen(int at) throws IOException {
        try (SSLServerSocket server =
                (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(at)) {
            server.setEnabledProtocols(new String[] {"TLSv1.2"});
            System.out.println("ready");
            while (!server.isClosed()) {
                SSLSocket caller = (SSLSocket) server.accept();
                begin(() -> join(caller));
            }
        }
    }

    private void join(SSLSocket caller) {
        try (caller) {
            caller.startHandshake();
            try (SSLSocket onward = (SSLSocket) tls.getSocketFactory().createSocket(far, port)) {
                onward.startHandshake();
                Thread back = begin(() -> pass(onward, caller));
                pass(caller, onward);
                back.join();
            }
        } catch (IOException refused) {
            // The caller, or the far end, does not believe this box; that is theirs to tell.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(SSLSocket from, SSLSocket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            // One side went; the other learns it when its stream ends.
        }
    }

    private static Thread begin(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Believes everybody. */
    private static final class Credulous implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // whoever it is
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // whoever it is
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
