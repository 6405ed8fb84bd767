package dev.sallyport.protocol.msturn;

import java.util.Arrays;
import java.util.Optional;

/** The types of messages ([MS-TURN] §2.2.1); whole numbers, for the dialect is older than STUN's split of them. */
public enum MsTurnType {
    ALLOCATE_REQUEST(0x0003, "Allocate"),
    ALLOCATE_RESPONSE(0x0103, "Allocate response"),
    ALLOCATE_ERROR(0x0113, "Allocate error"),
    /** Has no response. */
    SEND_REQUEST(0x0004, "Send"),
    DATA_INDICATION(0x0115, "Data Indication"),
    ACTIVATE_REQUEST(0x0006, "Set Active Destination"),
    ACTIVATE_RESPONSE(0x0106, "Set Active Destination response"),
    ACTIVATE_ERROR(0x0116, "Set Active Destination error");

    private final int code;
    private final String text;

    MsTurnType(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the name as the specification writes it. */
    public String text() {
        return text;
    }

    /** Returns the type of that number. */
    static Optional<MsTurnType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
