package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;

/** What follows the header of an SMB2 message. */
public sealed interface Smb2Body permits NegotiateRequest, NegotiateResponse, Smb2Body.Failure, Smb2Body.Other {

    /**
     * Says no more than the header's status does (MS-SMB2 §2.2.2).
     *
     * @param data what explains it; mostly nothing
     */
    record Failure(Octets data) implements Smb2Body {

        private static final int SIZE = 9;

        static Failure read(OctetReader in) throws MalformedMessageException {
            requireSize(SIZE, in);
            in.u16("ErrorContextCount");
            int length = in.i32("ByteCount");
            return new Failure(in.octets(length, "ErrorData"));
        }

        /** Writes one byte where there is no data, as §2.2.2 says. */
        void write(OctetWriter out) {
            out.u16(SIZE).u16(0).i32(data.length()).octets(data);
            out.zeros(data.length() == 0 ? 1 : 0);
        }
    }

    /** The body of a message that this package does not read. */
    record Other(Octets bytes) implements Smb2Body {}

    /** Reads the StructureSize with which every structure of SMB2 begins. */
    static void requireSize(int size, OctetReader in) throws MalformedMessageException {
        int place = in.at();
        int stated = in.u16("StructureSize");
        if (stated != size) {
            throw new MalformedMessageException("StructureSize at byte " + place, stated + " is not " + size);
        }
    }
}
