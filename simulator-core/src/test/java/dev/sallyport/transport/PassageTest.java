package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A caller that says all and ends is heard without being asked, as epoll tells of the end at once: maybe before the way
 * on is open.
 */
class PassageTest {

    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress("127.0.0.1", 5061);

    private final Channel accepted = new Channel();
    private final Channel member = new Channel();
    private final Leg inward = leg();
    private final Passage passage = new Passage(inward, leg(), accepted.eventLoop());
    private final ByteBuf hello = Unpooled.copiedBuffer("hello", StandardCharsets.US_ASCII);

    PassageTest() {
        inward.open(accepted, passage);
    }

    @Test
    void whatCameBeforeTheWayOnWasOpenIsPassedOnOnceItIs() {
        accepted.writeInbound(hello);
        passage.connected(member.newSucceededFuture());
        ByteBuf passed = member.readOutbound();
        assertThat(passed.toString(StandardCharsets.US_ASCII)).isEqualTo("hello");
        passed.release();
        assertThat(passage.over()).isFalse();
    }

    @Test
    void whatCameBeforeAWayOnThatNeverOpenedIsForgotten() {
        accepted.writeInbound(hello);
        passage.connected(member.newFailedFuture(new ConnectException("Connection refused")));
        assertThat(hello.refCnt()).isZero();
        assertThat(passage.over()).isTrue();
        assertThat(passage.contact().received().bytes()).isEqualTo(5);
        assertThat(passage.contact().onward().orElseThrow().ending().stage()).isEqualTo(Stage.CONNECT);
        assertThat(passage.contact().onward().orElseThrow().ending().how()).isEqualTo(How.REFUSED);
    }

    @Test
    void aCallerThatBreaksOffEndsAWayOnThatOpensLater() {
        accepted.writeInbound(hello);
        accepted.close();
        passage.connected(member.newSucceededFuture());
        assertThat(member.isOpen()).isFalse();
        assertThat(hello.refCnt()).isZero();
        assertThat(passage.over()).isTrue();
    }

    private static Leg leg() {
        return new Leg(new Lateness(), Instant.EPOCH, SOMEWHERE, SOMEWHERE);
    }

    private static final class Channel extends EmbeddedChannel {

        @Override
        protected SocketAddress localAddress0() {
            return SOMEWHERE;
        }
    }
}
