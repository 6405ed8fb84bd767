package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;

/** Sends one file a connection, to whoever shows the cookie of an attempt; closes on whatever comes out of order. */
final class FileSender implements Answerer<FileMessage> {

    private static final int CHUNK = 2045;

    private String awaited = "VER";
    private String nonce = "";

    @Override
    public List<Step<FileMessage>> on(FileMessage message) {
        if (!(message instanceof FileMessage.Line line) || !line.verb().equals(awaited)) {
            return over();
        }
        switch (awaited) {
            case "VER":
                return introduced(line);
            case "USR":
                return named(line);
            case "TFR":
                awaited = "BYE";
                return chunks();
            default:
                return farewell();
        }
    }

    private List<Step<FileMessage>> introduced(FileMessage.Line line) {
        if (!line.equals(FileTransfer.VERSION)) {
            return over();
        }
        awaited = "USR";
        return List.of(Step.send("VER", () -> FileTransfer.VERSION));
    }

    private List<Step<FileMessage>> named(FileMessage.Line line) {
        Optional<String> cookie = FileTransfer.cookie(line);
        if (cookie.isEmpty()) {
            return over();
        }
        nonce = cookie.get();
        awaited = "TFR";
        int size = FileTransfer.file(nonce).length;
        return List.of(Step.send("FIL", () -> FileMessage.Line.of("FIL", Integer.toString(size))));
    }

    private List<Step<FileMessage>> chunks() {
        byte[] encrypted = encrypted();
        List<Step<FileMessage>> steps = new ArrayList<>();
        for (int at = 0; at < encrypted.length; at += CHUNK) {
            Octets data = Octets.of(encrypted, at, Math.min(CHUNK, encrypted.length - at));
            steps.add(Step.send("chunk at " + at, () -> new FileMessage.Chunk(data)));
        }
        return steps;
    }

    private byte[] encrypted() {
        Cipher cipher = TransferKeys.of(nonce).cipher();
        return cipher.update(FileTransfer.file(nonce));
    }

    private List<Step<FileMessage>> farewell() {
        awaited = "";
        FileMessage.Line mac = FileTransfer.mac(TransferKeys.of(nonce), FileTransfer.file(nonce));
        return List.of(Step.send("MAC", () -> mac), Step.close());
    }

    private List<Step<FileMessage>> over() {
        awaited = "";
        return List.of(Step.close());
    }
}
