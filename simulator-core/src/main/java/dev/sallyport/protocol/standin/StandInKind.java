package dev.sallyport.protocol.standin;

import dev.sallyport.exchange.Octets;
import java.util.Arrays;

/** What a frame of a stand-in says; the enum of a protocol's kinds, in the order of their numbers. */
public interface StandInKind {

    /** Returns its place among the kinds of its protocol, from 0. */
    int ordinal();

    /** Returns how many bytes fill a frame of ours: as many as a real message of its kind might have. */
    int size();

    /** Returns the number that stands for it in a frame, from 1. */
    default int number() {
        return ordinal() + 1;
    }

    /** Returns the frame of this kind, as long as ours are. */
    default StandInFrame frame(Octets nonce) {
        byte[] body = new byte[size()];
        Arrays.fill(body, (byte) number());
        return new StandInFrame(this, nonce, Octets.of(body));
    }
}
