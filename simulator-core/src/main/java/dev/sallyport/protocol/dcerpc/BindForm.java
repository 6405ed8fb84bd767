package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.util.ArrayList;
import java.util.List;

/** How a bind and its answer are written after their header (C706 §12.6.4.3, §12.6.4.4). */
final class BindForm {

    private static final int TRAILER = 8;

    private BindForm() {}

    static Pdu.Bind readBind(int call, boolean alter, int authentication, OctetReader in)
            throws MalformedMessageException {
        int size = in.u16("max_xmit_frag");
        in.u16("max_recv_frag");
        int group = in.i32("assoc_group_id");
        int count = in.u8("n_context_elem");
        in.octets(3, "reserved");
        List<Pdu.Context> contexts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contexts.add(context(in));
        }
        return new Pdu.Bind(call, alter, size, group, contexts, verifier(authentication, in));
    }

    private static Pdu.Context context(OctetReader in) throws MalformedMessageException {
        int id = in.u16("p_cont_id");
        int count = in.u8("n_transfer_syn");
        in.u8("reserved");
        Syntax interfaceOf = Syntax.read(in);
        List<Syntax> transfers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            transfers.add(Syntax.read(in));
        }
        return new Pdu.Context(id, interfaceOf, transfers);
    }

    /** Reads the trailer and what it introduces, which end the unit; the padding before them says nothing. */
    private static Octets verifier(int length, OctetReader in) throws MalformedMessageException {
        if (length == 0) {
            in.end();
            return Octets.NONE;
        }
        in.octets(in.left() - TRAILER - length, "padding");
        return in.rest();
    }

    static Pdu.BindAck readAck(int call, boolean alter, OctetReader in) throws MalformedMessageException {
        int size = in.u16("max_xmit_frag");
        in.u16("max_recv_frag");
        int group = in.i32("assoc_group_id");
        Octets address = in.octets(in.u16("sec_addr length"), "sec_addr");
        in.align(4, "padding");
        int count = in.u8("n_results");
        in.octets(3, "reserved");
        List<Pdu.Result> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(new Pdu.Result(in.u16("result"), in.u16("reason"), Syntax.read(in)));
        }
        return new Pdu.BindAck(call, alter, size, group, address.text().replace("\0", ""), results);
    }

    static void write(Pdu.Bind bind, OctetWriter out) {
        out.u16(bind.size()).u16(bind.size()).i32(bind.group());
        out.u8(bind.contexts().size()).zeros(3);
        for (Pdu.Context context : bind.contexts()) {
            out.u16(context.id()).u8(context.transfers().size()).u8(0);
            context.interfaceOf().write(out);
            context.transfers().forEach(transfer -> transfer.write(out));
        }
        out.octets(bind.verifier());
    }

    /** Writes the address with its zero byte, unless there is none; what follows begins at a multiple of four. */
    static void write(Pdu.BindAck ack, int header, OctetWriter out) {
        String address = ack.address().isEmpty() ? "" : ack.address() + "\0";
        out.u16(ack.size()).u16(ack.size()).i32(ack.group());
        out.u16(address.length()).text(address);
        out.zeros(Math.floorMod(-(header + out.length()), 4));
        out.u8(ack.results().size()).zeros(3);
        for (Pdu.Result result : ack.results()) {
            out.u16(result.result()).u16(result.reason());
            result.transfer().write(out);
        }
    }
}
