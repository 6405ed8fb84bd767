package dev.sallyport.testkit.loopback;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a client misbehaves, given what a proper one would say first. */
enum BadManner {
    GARBAGE {
        @Override
        void say(byte[] proper, OutputStream out) throws IOException {
            out.write(garbage());
            out.flush();
        }
    },
    HALF_A_MESSAGE {
        @Override
        void say(byte[] proper, OutputStream out) throws IOException {
            out.write(half(proper));
            out.flush();
        }
    },
    /** A message that goes on and on. */
    OVERSIZED {
        @Override
        void say(byte[] proper, OutputStream out) throws IOException {
            byte[] filling = new byte[64 * 1024];
            Arrays.fill(filling, (byte) 'A');
            out.write(half(proper));
            for (int i = 0; i < 64; i++) {
                out.write(filling);
            }
            out.flush();
        }
    },
    /** A byte now and then, each in time, and the message never whole. */
    SLOW {
        @Override
        void say(byte[] proper, OutputStream out) throws IOException {
            for (int i = 0; i < proper.length - 1; i++) {
                out.write(proper[i]);
                out.flush();
                LockSupport.parkNanos(SLOWLY_NANOS);
            }
            throw new SocketTimeoutException("all but a byte was said, and the endpoint still bears it");
        }
    },
    NOTHING {
        @Override
        void say(byte[] proper, OutputStream out) {
            // that is it
        }
    };

    private static final long SLOWLY_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int GARBAGE_BYTES = 4_096;

    /** Says it all; what the server thinks of it may break it off. */
    abstract void say(byte[] proper, OutputStream out) throws IOException;

    /** Returns bytes that begin no protocol. */
    static byte[] garbage() {
        byte[] garbage = new byte[GARBAGE_BYTES];
        new Random(7).nextBytes(garbage);
        garbage[0] = (byte) 0xfe;
        return garbage;
    }

    static byte[] half(byte[] proper) {
        return Arrays.copyOf(proper, proper.length / 2);
    }
}
