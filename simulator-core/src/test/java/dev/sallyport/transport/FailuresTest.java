package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    static Stream<Arguments> whatTheSystemSaysOfAConnectionThatDidNotOpen() {
        return Stream.of(
                Arguments.of(new ConnectTimeoutException("connection timed out after 2000 ms"), How.SILENCE),
                Arguments.of(new ConnectException("Connection timed out"), How.SILENCE),
                Arguments.of(new ConnectException("finishConnect(..) failed: Connection refused"), How.REFUSED),
                Arguments.of(new PortUnreachableException(), How.REFUSED),
                Arguments.of(
                        new NoRouteToHostException("finishConnect(..) failed: No route to host"), How.HOST_UNREACHABLE),
                Arguments.of(new ConnectException("Network is unreachable"), How.NET_UNREACHABLE),
                Arguments.of(new BindException("Cannot assign requested address"), How.LOCAL),
                Arguments.of(new IOException("Too many open files"), How.LOCAL),
                Arguments.of(new SocketException("Operation not permitted"), How.LOCAL));
    }

    @ParameterizedTest
    @MethodSource("whatTheSystemSaysOfAConnectionThatDidNotOpen")
    void opening(Throwable failure, How how) {
        assertThat(Failures.opening(failure)).isEqualTo(how);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sendmsg(..) failed: Operation not permitted", "Permission denied", "No buffer space available"})
    void whatThisHostDidNotSendIsKeptBack(String words) {
        assertThat(Failures.keptBack(new IOException(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message too long", "Connection refused", "Network is unreachable"})
    void whatTheNetworkSaysOfASentPacketIsNotKeptBack(String words) {
        assertThat(Failures.keptBack(new IOException(words))).isFalse();
    }

    @Test
    void aResetInMidExchangeIsNoRefusal() {
        assertThat(Failures.underway(new IOException("recvAddress(..) failed: Connection reset by peer")))
                .isEqualTo(How.RESET);
    }

    @Test
    void aResetThatTlsMetWhileWritingIsStillOne() {
        Exception failure = new SSLException(
                "failure when writing TLS control frames",
                new IOException("sendAddress(..) failed with error(-104): Connection reset by peer"));

        assertThat(Failures.underway(failure)).isEqualTo(How.RESET);
    }

    @Test
    void namesTheAlertThatThePeerSent() {
        assertThat(Failures.alertReceived(new SSLHandshakeException("Received fatal alert: bad_certificate")))
                .isEqualTo("bad-certificate");
    }

    @Test
    void keepsTheDeepestCause() {
        Exception failure = new SSLHandshakeException("handshake failed");
        failure.initCause(new IllegalStateException("the certificate expired"));

        assertThat(Failures.words(failure)).isEqualTo("handshake failed: the certificate expired");
    }

    @Test
    void givesWordsToAnEpollConnectionWithoutARoute() {
        assertThat(Failures.words(new NoRouteToHostException())).isEqualTo("no route to host");
        assertThat(Failures.words(new NoRouteToHostException("null: /10.1.0.30:5068")))
                .isEqualTo("no route to host: /10.1.0.30:5068");
    }
}
