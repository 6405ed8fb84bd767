package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.protocol.sip.HeaderGrammar.NotGrammarException;
import dev.sallyport.protocol.sip.Headers.Header;
import dev.sallyport.protocol.sip.StartLine.RequestLine;
import dev.sallyport.protocol.sip.StartLine.StatusLine;
import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.header.ViaList;
import java.util.Optional;

/**
 * Understands one whole message.
 *
 * <p>Without readable Via, From, To, Call-ID and CSeq nobody can be answered: that is malformed. Any other header that
 * is not of its grammar makes a request one to refuse, and a response malformed.
 */
final class SipReader {

    private final SipHead head;
    private final byte[] bytes;
    private Via via;
    private From from;
    private To to;
    private CSeq cseq;
    private String callId;
    private NotGrammarException wrong;

    private SipReader(SipHead head, byte[] bytes) {
        this.head = head;
        this.bytes = bytes;
    }

    /** Returns the message that head and bytes are. */
    static SipMessage read(SipHead head, byte[] bytes) throws MalformedMessageException {
        SipReader reader = new SipReader(head, bytes);
        reader.readHeaders();
        return head.startLine() instanceof RequestLine line
                ? reader.request(line)
                : reader.response((StatusLine) head.startLine());
    }

    private SipRequest request(RequestLine line) {
        return new SipRequest(
                line.method(),
                line.uri(),
                head.headers(),
                identifiers(),
                refusal(line),
                bytes,
                head.text().length());
    }

    private Optional<Refusal> refusal(RequestLine line) {
        if (!line.version().equalsIgnoreCase(StartLine.VERSION)) {
            return Optional.of(Refusal.version(line.version()));
        }
        try {
            HeaderGrammar.checkUri(line);
        } catch (NotGrammarException e) {
            return Optional.of(Refusal.badRequest(e.place(), e.getMessage()));
        }
        if (wrong != null) {
            return Optional.of(Refusal.badRequest(wrong.place(), wrong.getMessage()));
        }
        String method = cseq.getMethod();
        return method.equals(line.method())
                ? Optional.empty()
                : Optional.of(Refusal.badRequest(
                        "header CSeq", "its method is " + method + ", the request's is " + line.method()));
    }

    private SipResponse response(StatusLine line) throws MalformedMessageException {
        if (wrong != null) {
            throw new MalformedMessageException(wrong.place(), wrong.getMessage());
        }
        return new SipResponse(
                line.code(),
                line.reason(),
                head.headers(),
                identifiers(),
                bytes,
                head.text().length());
    }

    private void readHeaders() throws MalformedMessageException {
        for (Header header : head.headers().all()) {
            try {
                Optional<SIPHeader> parsed = HeaderGrammar.parse(header);
                if (parsed.isPresent()) {
                    take(header, parsed.get());
                }
            } catch (NotGrammarException e) {
                if (isNeeded(header)) {
                    throw new MalformedMessageException(e.place(), e.getMessage());
                }
                wrong = wrong == null ? e : wrong;
            }
        }
        need(via, "Via");
        need(from, "From");
        need(to, "To");
        need(callId, "Call-ID");
        need(cseq, "CSeq");
    }

    private void take(Header header, SIPHeader parsed) throws NotGrammarException {
        if (parsed instanceof ViaList list) {
            via = via == null ? (Via) list.getFirst() : via;
        } else if (parsed instanceof From found) {
            from = once(header, from, found);
        } else if (parsed instanceof To found) {
            to = once(header, to, found);
        } else if (parsed instanceof CSeq found) {
            cseq = once(header, cseq, found);
        } else if (header.is("Call-ID")) {
            callId = once(header, callId, callId(header));
        }
    }

    /** JAIN-SIP lets an empty Call-ID pass, and one of several words. */
    private static String callId(Header header) throws NotGrammarException {
        if (header.value().isEmpty() || header.value().indexOf(' ') >= 0) {
            throw new NotGrammarException(header.place(), "not one word (RFC 3261 §25.1)");
        }
        return header.value();
    }

    private static <T> T once(Header header, T earlier, T found) throws NotGrammarException {
        if (earlier != null) {
            throw new NotGrammarException(header.place(), "stands a second time, and may stand once");
        }
        return found;
    }

    private static boolean isNeeded(Header header) {
        return header.is("Via") || header.is("From") || header.is("To") || header.is("Call-ID") || header.is("CSeq");
    }

    private void need(Object found, String name) throws MalformedMessageException {
        if (found == null) {
            throw new MalformedMessageException(
                    "headers up to byte " + head.text().length(), name + " is missing (RFC 3261 §8.1.1)");
        }
    }

    private Identifiers identifiers() {
        return new Identifiers(
                orEmpty(via.getBranch()),
                via.getHost(),
                callId,
                cseq.getSeqNumber(),
                cseq.getMethod(),
                orEmpty(from.getTag()),
                orEmpty(to.getTag()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
