package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.crypto.Cipher;

/** What the receiver of one file must remember: its keys, the size it was told, and what has come. */
final class FileReceiver {

    private static final int MOST = 1 << 20;

    private final String nonce;
    private final String user;
    private final TransferKeys keys;
    private final Cipher cipher;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int size;

    FileReceiver(Setting setting) {
        this.nonce = setting.nonce();
        this.user = setting.self().role() + "@" + setting.self().domain();
        this.keys = TransferKeys.of(nonce);
        this.cipher = keys.cipher();
    }

    List<Step<FileMessage>> ladder() {
        return List.of(
                Step.send("VER", () -> FileTransfer.VERSION),
                Step.expect("VER in answer", message -> isLine(message, FileTransfer.VERSION)),
                Step.send("USR", () -> FileMessage.Line.of("USR", user + " " + nonce)),
                Step.expect("FIL", this::isSize),
                Step.send("TFR", () -> FileTransfer.TRANSFER),
                Step.expect("file", this::isRest),
                Step.send("BYE", () -> FileTransfer.DONE),
                Step.expect("MAC", message -> isLine(message, FileTransfer.mac(keys, file.toByteArray()))));
    }

    private static Match isLine(FileMessage message, FileMessage.Line awaited) {
        return message.equals(awaited) ? Match.expected() : Match.unexpected(message.toString());
    }

    private Match isSize(FileMessage message) {
        if (message instanceof FileMessage.Line line
                && line.verb().equals("FIL")
                && line.rest().matches("[0-9]{1,7}")) {
            size = Integer.parseInt(line.rest());
            return size > 0 && size <= MOST
                    ? Match.expected()
                    : Match.unexpected("a file of " + size + " bytes, not 1 to " + MOST + ",");
        }
        return Match.unexpected(message.toString());
    }

    private Match isRest(FileMessage message) {
        if (!(message instanceof FileMessage.Chunk chunk)) {
            return Match.unexpected(message + " after " + file.size() + " of " + size + " bytes");
        }
        byte[] plain = cipher.update(chunk.data().toArray());
        file.writeBytes(plain == null ? new byte[0] : plain);
        if (file.size() > size) {
            return Match.unexpected(file.size() + " bytes of a file of " + size);
        }
        return file.size() == size ? Match.expected() : Match.awaiting();
    }
}
