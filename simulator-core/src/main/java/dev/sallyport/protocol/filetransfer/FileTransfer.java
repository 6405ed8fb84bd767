package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocol {@code filetransfer}: a file of a few kilobytes from the far end, with its MAC checked (rows CLI-07,
 * CLI-10).
 */
public final class FileTransfer {

    static final FileMessage.Line VERSION = FileMessage.Line.of("VER", "MSN_SECURE_FTP");
    static final FileMessage.Line TRANSFER = new FileMessage.Line("TFR");

    /** That the file has come whole. */
    static final FileMessage.Line DONE = FileMessage.Line.of("BYE", "16777989");

    private static final Pattern USER = Pattern.compile("USR \\S+ ([0-9a-f]{24})");
    private static final int LINES = 90;

    private FileTransfer() {}

    /** Returns the protocol. */
    public static Protocol<FileMessage> protocol() {
        Exchange<FileMessage> file =
                Exchange.of("filetransfer/file", Set.of(Transport.TCP), setting -> new FileReceiver(setting).ladder());
        return new Protocol<>("filetransfer", List.of(file), new FileTransferService());
    }

    /** Returns the cookie that a line shows; nothing where it shows none of ours. */
    static Optional<String> cookie(FileMessage.Line line) {
        Matcher user = USER.matcher(line.text());
        return user.matches() ? Optional.of(user.group(1)) : Optional.empty();
    }

    /** Returns the line that proves a file; a zero byte ends what is said in it. */
    static FileMessage.Line mac(TransferKeys keys, byte[] file) {
        return FileMessage.Line.of("MAC", keys.mac(file) + "\0");
    }

    /** Returns the file of an attempt: text of about five kilobytes, three chunks. */
    static byte[] file(String nonce) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= LINES; i++) {
            text.append(String.format("line %03d of the file for attempt %s\r\n", i, nonce));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
