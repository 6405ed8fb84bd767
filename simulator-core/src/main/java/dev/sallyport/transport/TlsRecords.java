package dev.sallyport.transport;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/** What one direction of a TLS 1.2 handshake shows in clear, up to its ChangeCipherSpec (RFC 5246 §7.1, §7.4). */
final class TlsRecords {

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int MOST_KEPT = 256 * 1024;

    private ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    private boolean over;
    private String clientRandom = "";
    private String serverRandom = "";
    private boolean certificateRequested;
    private Optional<String> certificate = Optional.empty();
    private Optional<Integer> fatalAlert = Optional.empty();

    synchronized void pass(ByteBuf bytes) {
        if (over) {
            return;
        }
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.getBytes(bytes.readerIndex(), copy);
        records.writeBytes(copy);
        readRecords(records.toByteArray());
        over |= records.size() > MOST_KEPT || handshake.size() > MOST_KEPT;
    }

    private void readRecords(byte[] all) {
        int at = 0;
        while (!over && all.length - at >= RECORD_HEADER) {
            int length = u16(all, at + 3);
            if (all.length - at < RECORD_HEADER + length) {
                break;
            }
            readRecord(all[at], all, at + RECORD_HEADER, length);
            at += RECORD_HEADER + length;
        }
        records = new ByteArrayOutputStream();
        records.write(all, at, all.length - at);
    }

    private void readRecord(int type, byte[] all, int at, int length) {
        if (type == HANDSHAKE) {
            handshake.write(all, at, length);
            readMessages();
        } else if (type == ALERT && length == 2 && all[at] == 2) {
            fatalAlert = Optional.of(all[at + 1] & 0xff);
        } else if (type == CHANGE_CIPHER_SPEC || type != ALERT) {
            over = true;
        }
    }

    private void readMessages() {
        byte[] all = handshake.toByteArray();
        int at = 0;
        while (all.length - at >= MESSAGE_HEADER) {
            int length = u24(all, at + 1);
            if (all.length - at < MESSAGE_HEADER + length) {
                break;
            }
            readMessage(all[at], all, at + MESSAGE_HEADER, length);
            at += MESSAGE_HEADER + length;
        }
        handshake.reset();
        handshake.write(all, at, all.length - at);
    }

    private void readMessage(int type, byte[] all, int at, int length) {
        if (type == CLIENT_HELLO && length >= 34) {
            clientRandom = HexFormat.of().formatHex(all, at + 2, at + 34);
        } else if (type == SERVER_HELLO && length >= 34) {
            serverRandom = HexFormat.of().formatHex(all, at + 2, at + 34);
        } else if (type == CERTIFICATE_REQUEST) {
            certificateRequested = true;
        } else if (type == CERTIFICATE && length > 6) {
            readCertificate(all, at, length);
        }
    }

    private void readCertificate(byte[] all, int at, int length) {
        int first = u24(all, at + 3);
        if (first <= length - 6) {
            certificate = Optional.of(Fingerprint.of(java.util.Arrays.copyOfRange(all, at + 6, at + 6 + first)));
        }
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | u16(bytes, at + 1);
    }

    synchronized String clientRandom() {
        return clientRandom;
    }

    synchronized String serverRandom() {
        return serverRandom;
    }

    synchronized boolean certificateRequested() {
        return certificateRequested;
    }

    /** SHA-256 of the first certificate of the chain, in hexadecimal. */
    synchronized Optional<String> certificate() {
        return certificate;
    }

    /** The fatal alert that passed in clear, by its number (RFC 5246 §7.2). */
    synchronized Optional<Integer> fatalAlert() {
        return fatalAlert;
    }
}
