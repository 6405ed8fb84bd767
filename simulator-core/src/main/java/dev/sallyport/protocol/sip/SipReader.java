package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.protocol.sip.HeaderGrammar.NotGrammarException;
import dev.sallyport.protocol.sip.Headers.Header;
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

    private static final String VERSION = "SIP/2.0";

    private final SipHead head;
    private final byte[] bytes;
    private Via via;
    private From from;
    private To to;
    private CSeq cseq;
    private String callId;
    private Refusal refusal;

    private SipReader(SipHead head, byte[] bytes) {
        this.head = head;
        this.bytes = bytes;
    }

    /** Returns the message that head and bytes are. */
    static SipMessage read(SipHead head, byte[] bytes) throws MalformedMessageException {
        SipReader reader = new SipReader(head, bytes);
        return head.startLine().startsWith("SIP/") ? reader.response() : reader.request();
    }

    private SipRequest request() throws MalformedMessageException {
        String[] parts = head.startLine().split(" ", -1);
        if (parts.length != 3 || !HeadBytes.isToken(parts[0]) || !parts[2].startsWith("SIP/")) {
            throw noStartLine("neither 'METHOD uri SIP/2.0' nor 'SIP/2.0 code reason'");
        }
        if (!parts[2].equalsIgnoreCase(VERSION)) {
            refusal = Refusal.version(parts[2]);
        }
        readHeaders();
        refuseWhatIsWrong(parts[0], parts[1]);
        return new SipRequest(
                parts[0],
                parts[1],
                head.headers(),
                identifiers(),
                Optional.ofNullable(refusal),
                bytes,
                head.text().length());
    }

    private void refuseWhatIsWrong(String method, String uri) {
        try {
            HeaderGrammar.checkRequestLine(head.startLine(), uri);
        } catch (NotGrammarException e) {
            refuse(e);
        }
        if (!cseq.getMethod().equals(method) && refusal == null) {
            refusal = Refusal.badRequest(
                    "header CSeq", "its method is " + cseq.getMethod() + ", the request's is " + method);
        }
    }

    private SipResponse response() throws MalformedMessageException {
        String line = head.startLine();
        int code = statusCode(line);
        readHeaders();
        if (refusal != null) {
            throw new MalformedMessageException("response " + code, refusal.reason());
        }
        String reason = line.length() > 12 ? line.substring(13) : "";
        return new SipResponse(
                code, reason, head.headers(), identifiers(), bytes, head.text().length());
    }

    private int statusCode(String line) throws MalformedMessageException {
        boolean formed = line.regionMatches(true, 0, VERSION + " ", 0, 8)
                && line.length() >= 11
                && (line.length() == 11 || line.charAt(11) == ' ');
        int code = 0;
        for (int i = 8; formed && i < 11; i++) {
            int digit = Character.digit(line.charAt(i), 10);
            formed = digit >= 0;
            code = 10 * code + digit;
        }
        if (!formed || code < 100 || code > 699) {
            throw noStartLine("not 'SIP/2.0', a code from 100 to 699, and a reason");
        }
        return code;
    }

    private MalformedMessageException noStartLine(String problem) {
        return new MalformedMessageException(
                "line 1 \"" + Quoted.shortened(head.startLine()) + "\" at byte 0", problem);
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
                refuse(e);
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

    private void refuse(NotGrammarException e) {
        if (refusal == null) {
            refusal = Refusal.badRequest(e.place(), e.getMessage());
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
