package dev.sallyport.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.IntConsumer;

/** Shows the first byte of a connection to whoever must decide by it, then steps aside. */
final class FirstByte extends ChannelInboundHandlerAdapter {

    private final IntConsumer decide;

    FirstByte(IntConsumer decide) {
        this.decide = decide;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (bytes.isReadable()) {
            int first = bytes.getUnsignedByte(bytes.readerIndex());
            decide.accept(first);
            ctx.pipeline().remove(this);
            ctx.pipeline().fireChannelRead(message);
        } else {
            bytes.release();
        }
    }
}
