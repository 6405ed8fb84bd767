package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private final Lateness lateness = new Lateness();

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void aLoopThatKeepsTimeIsNotLate() {
        lateness.note("a loop", seconds(10), seconds(10) + 500);

        assertThat(lateness.since(0)).isZero();
    }

    @Test
    void aStandstillCountsForWhateverItTouched() {
        lateness.note("a loop", seconds(10), seconds(14));

        assertThat(lateness.since(seconds(12))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aStandstillThatWasOverBeforeDoesNotCount() {
        lateness.note("a loop", seconds(10), seconds(14));

        assertThat(lateness.since(seconds(15))).isZero();
    }

    @Test
    void manyShortDelaysOfOneLoopAreALongOne() {
        for (int turn = 0; turn < 5; turn++) {
            lateness.note("a loop", seconds(10 + turn), seconds(10 + turn) + TimeUnit.MILLISECONDS.toNanos(250));
        }

        assertThat(lateness.since(seconds(10))).isEqualTo(Duration.ofMillis(1_250));
        assertThat(lateness.since(seconds(12))).isZero();
    }

    @Test
    void delaysOfDifferentLoopsAreNotAddedUp() {
        for (int loop = 0; loop < 5; loop++) {
            lateness.note("loop " + loop, seconds(10), seconds(10) + TimeUnit.MILLISECONDS.toNanos(250));
        }

        assertThat(lateness.since(0)).isZero();
    }

    @Test
    void aConnectionThatWaitedToBeAcceptedCounts() throws Exception {
        assumeThat(Epoll.isAvailable()).as("TCP_INFO is read by epoll alone").isTrue();
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        Channel listener = new ServerBootstrap()
                .group(loops)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        lateness.accepted(accepted);
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        try (Socket waiting =
                new Socket(InetAddress.getLoopbackAddress(), ((InetSocketAddress) listener.localAddress()).getPort())) {
            waiting.getOutputStream().write(1);
            Awaitility.await().pollDelay(Duration.ofMillis(1_200)).until(waiting::isConnected);

            listener.read();

            Awaitility.await().until(() -> !lateness.since(0).isZero());
            assertThat(lateness.since(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }
}
