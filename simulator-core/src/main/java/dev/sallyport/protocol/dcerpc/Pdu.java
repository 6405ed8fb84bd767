package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.Octets;
import java.util.List;
import java.util.Optional;

/** A protocol data unit of connection-oriented RPC (C706 §12.6.4); whole, in one fragment. */
public sealed interface Pdu {

    /** Returns the number of the call, which its answer repeats. */
    int call();

    /**
     * Offers contexts: an interface each, and ways to write its calls.
     *
     * @param alter whether the connection has been bound before (alter_context)
     * @param size the most bytes of a fragment, both ways
     * @param group the association, 0 for a new one
     * @param contexts at most 255
     * @param verifier the client's authentication; none for most
     */
    record Bind(int call, boolean alter, int size, int group, List<Context> contexts, Octets verifier) implements Pdu {

        /** Keeps its own copy. */
        public Bind {
            contexts = List.copyOf(contexts);
            requireFew(contexts.size());
        }
    }

    /**
     * One context that is offered.
     *
     * @param id 0 to 65,535
     * @param interfaceOf what is to be called
     * @param transfers how its calls can be written; at most 255
     */
    record Context(int id, Syntax interfaceOf, List<Syntax> transfers) {

        /** Keeps its own copy. */
        public Context {
            transfers = List.copyOf(transfers);
            requireFew(transfers.size());
        }
    }

    /**
     * Answers a bind, context by context.
     *
     * @param address where to reach the server by another connection, {@code 135}; empty after alter_context
     */
    record BindAck(int call, boolean alter, int size, int group, String address, List<Result> results) implements Pdu {

        /** Keeps its own copy. */
        public BindAck {
            results = List.copyOf(results);
            requireFew(results.size());
        }
    }

    /**
     * What became of one context (C706 §12.6.3.1, p_result_t).
     *
     * @param result 0 accepted, 2 refused, 3 features told
     * @param reason why refused, or which features
     */
    record Result(int result, int reason, Syntax transfer) {

        static final int ACCEPTED = 0;
        static final int REFUSED = 2;
        static final int FEATURES = 3;

        static final int INTERFACE = 1;
        static final int TRANSFER = 2;
        static final int LIMIT = 3;
    }

    /**
     * Refuses a bind.
     *
     * @param reason 8: no such authentication (MS-RPCE §2.2.2.5)
     */
    record BindNak(int call, int reason) implements Pdu {}

    /**
     * Calls an operation.
     *
     * @param whole whether it is all in this fragment
     * @param object which object is called, 16 bytes; mostly none
     */
    record Request(int call, boolean whole, int context, int operation, Optional<Octets> object, Octets stub)
            implements Pdu {}

    /** Answers a call. */
    record Response(int call, int context, Octets stub) implements Pdu {}

    /**
     * Says why a call was not made (C706 appendix E).
     *
     * @param status {@link #NO_OPERATION} and others
     */
    record Fault(int call, int context, int status) implements Pdu {

        static final int NO_OPERATION = 0x1c010002;
        static final int NO_INTERFACE = 0x1c010003;
        static final int PROTOCOL = 0x1c01000b;
        static final int NO_OBJECT = 0x1c000024;
        static final int BAD_STUB = 0x6f7;

        @Override
        public String toString() {
            return String.format("fault 0x%08x", status);
        }
    }

    /** A unit of another type, or a call with authentication. */
    record Other(int type, int call, Octets bytes) implements Pdu {}

    private static void requireFew(int count) {
        if (count > 0xff) {
            throw new IllegalArgumentException(count + " are more than the 255 that one byte can count");
        }
    }
}
