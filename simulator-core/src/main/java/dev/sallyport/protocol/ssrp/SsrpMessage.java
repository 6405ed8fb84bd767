package dev.sallyport.protocol.ssrp;

import java.util.List;

/** An SSRP message (MC-SQLR §2.2); names are of ISO 8859-1 characters, none of them zero. */
public sealed interface SsrpMessage {

    /** Asks every server of the segment for its instances, CLNT_BCAST_EX (§2.2.1). */
    record Broadcast() implements SsrpMessage {}

    /** Asks a server for all its instances, CLNT_UCAST_EX (§2.2.2). */
    record Unicast() implements SsrpMessage {}

    /**
     * Asks for one instance, CLNT_UCAST_INST (§2.2.3).
     *
     * @param instance at most 32 characters
     */
    record One(String instance) implements SsrpMessage {

        /** Refuses a name that cannot be sent. */
        public One {
            SqlInstance.requireName(instance);
        }
    }

    /**
     * Asks for the port of an instance's administrator connection, CLNT_UCAST_DAC (§2.2.4).
     *
     * @param instance at most 32 characters
     */
    record Administrator(String instance) implements SsrpMessage {

        /** Refuses a name that cannot be sent. */
        public Administrator {
            SqlInstance.requireName(instance);
        }
    }

    /** Describes instances, SVR_RESP (§2.2.5). */
    record Described(List<SqlInstance> instances) implements SsrpMessage {

        /** Keeps its own copy. */
        public Described {
            instances = List.copyOf(instances);
        }
    }

    /**
     * Names the port of an instance's administrator connection, SVR_RESP of §2.2.6.
     *
     * @param port 0 to 65,535
     */
    record AdministratorPort(int port) implements SsrpMessage {}
}
