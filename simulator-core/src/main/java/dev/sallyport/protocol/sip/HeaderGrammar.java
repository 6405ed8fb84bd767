package dev.sallyport.protocol.sip;

import dev.sallyport.protocol.sip.Headers.Header;
import dev.sallyport.protocol.sip.StartLine.RequestLine;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.parser.AuthorizationParser;
import gov.nist.javax.sip.parser.CSeqParser;
import gov.nist.javax.sip.parser.CallIDParser;
import gov.nist.javax.sip.parser.ContactParser;
import gov.nist.javax.sip.parser.ContentTypeParser;
import gov.nist.javax.sip.parser.EventParser;
import gov.nist.javax.sip.parser.ExpiresParser;
import gov.nist.javax.sip.parser.FromParser;
import gov.nist.javax.sip.parser.HeaderParser;
import gov.nist.javax.sip.parser.MaxForwardsParser;
import gov.nist.javax.sip.parser.RecordRouteParser;
import gov.nist.javax.sip.parser.RequestLineParser;
import gov.nist.javax.sip.parser.RequireParser;
import gov.nist.javax.sip.parser.RouteParser;
import gov.nist.javax.sip.parser.ToParser;
import gov.nist.javax.sip.parser.ViaParser;
import gov.nist.javax.sip.parser.WWWAuthenticateParser;
import gov.nist.javax.sip.parser.extensions.SessionExpiresParser;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The grammar of RFC 3261 §25, as JAIN-SIP's parsers know it, for the headers that are acted upon here.
 *
 * <p>Each header has a parser of its own instead of one for the whole message: that one drops malformed headers in
 * silence and loses their place. Every other header is carried as it is.
 */
final class HeaderGrammar {

    private static final Map<String, Function<String, HeaderParser>> PARSERS = Map.ofEntries(
            Map.entry("via", ViaParser::new),
            Map.entry("from", FromParser::new),
            Map.entry("to", ToParser::new),
            Map.entry("call-id", CallIDParser::new),
            Map.entry("cseq", CSeqParser::new),
            Map.entry("contact", ContactParser::new),
            Map.entry("max-forwards", MaxForwardsParser::new),
            Map.entry("content-type", ContentTypeParser::new),
            Map.entry("route", RouteParser::new),
            Map.entry("record-route", RecordRouteParser::new),
            Map.entry("expires", ExpiresParser::new),
            Map.entry("authorization", AuthorizationParser::new),
            Map.entry("www-authenticate", WWWAuthenticateParser::new),
            Map.entry("event", EventParser::new),
            Map.entry("require", RequireParser::new),
            Map.entry("session-expires", SessionExpiresParser::new));

    private HeaderGrammar() {}

    /** Says where in the message a header or line leaves the grammar, and how. */
    static final class NotGrammarException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String place;

        NotGrammarException(String place, String problem) {
            super(problem);
            this.place = place;
        }

        String place() {
            return place;
        }
    }

    /** Returns a header's parts; nothing for a header that is carried as it is. */
    static Optional<SIPHeader> parse(Header header) throws NotGrammarException {
        Function<String, HeaderParser> parser = PARSERS.get(header.name().toLowerCase(Locale.ROOT));
        if (parser == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    parser.apply(header.name() + ": " + header.value() + "\n").parse());
        } catch (ParseException e) {
            throw new NotGrammarException(
                    header.place(), problem(e, header.name().length() + 2));
        } catch (RuntimeException e) {
            // The parsers meet some nonsense with exceptions of the JDK: a text too short, a number too large.
            throw new NotGrammarException(header.place(), "not of its grammar (RFC 3261 §25.1)");
        }
    }

    /** Refuses a request line whose Request-URI is none. */
    static void checkUri(RequestLine line) throws NotGrammarException {
        try {
            new RequestLineParser(line.method() + " " + line.uri() + " " + line.version() + "\n").parse();
        } catch (ParseException | RuntimeException e) {
            throw new NotGrammarException("line 1", "'" + Quoted.shortened(line.uri()) + "' is no Request-URI");
        }
    }

    /** The parsers' own words follow a copy of the text; some are no words but an array's address. */
    private static String problem(ParseException e, int valueAt) {
        String text = String.valueOf(e.getMessage());
        int words = text.lastIndexOf("\n:");
        String where = "at character " + Math.max(0, e.getErrorOffset() - valueAt) + " of its value";
        return words < 0
                ? "not of its grammar (RFC 3261 §25.1) " + where
                : Quoted.shortened(text.substring(words + 2).strip()) + " " + where;
    }
}
