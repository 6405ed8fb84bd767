package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client that has offered a file, for whoever comes to take it. */
final class FileTransferService implements Service<FileMessage> {

    @Override
    public boolean recognises(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("VER ");
    }

    @Override
    public Codec<FileMessage> codec(Transport transport) {
        return new FramedCodec<>(new FileFraming());
    }

    @Override
    public Answerer<FileMessage> answer(Setting setting) {
        return new FileSender();
    }

    @Override
    public Optional<String> nonce(FileMessage message) {
        return message instanceof FileMessage.Line line ? FileTransfer.cookie(line) : Optional.empty();
    }
}
