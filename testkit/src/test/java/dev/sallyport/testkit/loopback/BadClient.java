package dev.sallyport.testkit.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A TCP client that misbehaves and waits for the endpoint to be done with it; it has no certificate. */
final class BadClient {

    private static final int GIVE_UP_MILLIS = 30_000;

    private final InetAddress address;
    private final SSLContext tls;

    /** How a visit went: whether the endpoint closed it, and from where it had come. */
    record Visited(String name, InetSocketAddress from, boolean closed) {}

    BadClient(InetAddress address, List<X509Certificate> trusted) {
        this.address = address;
        this.tls = trusting(trusted);
    }

    private static SSLContext trusting(List<X509Certificate> trusted) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("lab", trusted.get(0));
            TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusting.init(store);
            SSLContext tls = SSLContext.getInstance("TLSv1.2");
            tls.init(null, trusting.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    Visited visit(String name, InetSocketAddress to, BadManner manner, byte[] proper, boolean inTls) {
        try (Socket plain = new Socket(to.getAddress(), to.getPort(), address, 0)) {
            plain.setSoTimeout(GIVE_UP_MILLIS);
            InetSocketAddress from = (InetSocketAddress) plain.getLocalSocketAddress();
            return new Visited(name, from, closed(inTls ? secured(plain) : plain, manner, proper));
        } catch (IOException e) {
            throw new AssertionError(name + ": " + e, e);
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        secured.startHandshake();
        return secured;
    }

    private static boolean closed(Socket socket, BadManner manner, byte[] proper) {
        try {
            manner.say(proper, socket.getOutputStream());
            while (socket.getInputStream().read() >= 0) {
                // an answer, an alert, last words
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** The first record of a handshake, in the form of RFC 5246 §7.4.1.2, long enough to be slow with. */
    static byte[] clientHello() {
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 2 + 2];
        byte[] head = {0x16, 3, 1, 0, (byte) (hello.length - 5), 1, 0, 0, (byte) (hello.length - 9), 3, 3};
        System.arraycopy(head, 0, hello, 0, head.length);
        byte[] tail = {0, 0, 2, (byte) 0xc0, 0x2b, 1, 0};
        System.arraycopy(tail, 0, hello, hello.length - tail.length, tail.length);
        return hello;
    }
}
