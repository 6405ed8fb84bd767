package dev.sallyport.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Reads the clear records of a TLS 1.2 handshake as they pass (RFC 5246 §6.2.1, §7.4), before the TLS engine has a say.
 *
 * <p>What it learns is what the wire carried, not what an engine made of it: randoms, certificates, whether a client
 * certificate was asked for, alerts.
 */
final class TlsTap extends ChannelDuplexHandler {

    private final TlsRecords sent = new TlsRecords();
    private final TlsRecords received = new TlsRecords();

    TlsRecords sent() {
        return sent;
    }

    TlsRecords received() {
        return received;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            received.pass(bytes);
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            sent.pass(bytes);
        }
        ctx.write(message, promise);
    }
}
