package dev.sallyport.protocol.smb;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The revisions of SMB2 up to that of Windows Server 2012 R2, and what its server says of each (MS-SMB2 §2.2.4). */
enum Revision {
    SMB_2_0_2(0x0202, 0x01, 0x10000),
    SMB_2_1(0x0210, 0x07, 0x100000),
    SMB_3_0(0x0300, 0x7f, 0x800000),
    SMB_3_0_2(0x0302, 0x7f, 0x800000);

    /** What an SMB1 offer of {@code SMB 2.???} is answered with; it is negotiated no further. */
    static final int WILDCARD = 0x02ff;

    private final int number;
    private final int capabilities;
    private final int most;

    Revision(int number, int capabilities, int most) {
        this.number = number;
        this.capabilities = capabilities;
        this.most = most;
    }

    /** Returns the latest of those offered. */
    static Optional<Revision> latest(List<Integer> offered) {
        return Arrays.stream(values())
                .filter(revision -> offered.contains(revision.number))
                .max(Comparator.naturalOrder());
    }

    /** Returns the numbers of all, as a client offers them. */
    static List<Integer> numbers() {
        return Arrays.stream(values()).map(revision -> revision.number).toList();
    }

    int number() {
        return number;
    }

    /** Returns what the revision knows. */
    int capabilities() {
        return capabilities;
    }

    /** Returns the most bytes of a transaction, a read or a write. */
    NegotiateResponse.Most most() {
        return new NegotiateResponse.Most(most, most, most);
    }
}
