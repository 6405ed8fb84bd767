package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A server without SMB1 and without a share: negotiates once a connection, and refuses sessions.
 *
 * <p>Closes where MS-SMB2 §3.3.5.3 and §3.3.5.4 say so: an offer without SMB2, a second negotiation.
 */
final class SmbAnswerer implements Answerer<SmbMessage> {

    /** SPNEGO's offer (RFC 4178 §4.2.1, MS-SPNG §2.2.1): NEGOEX, Kerberos in three forms, NTLM, and the usual hint. */
    private static final Octets MECHANISMS = Octets.parse("607606062b0601050502a06c306aa03c303a"
            + "060a2b06010401823702021e" + "06092a864882f712010202" + "06092a864886f712010202"
            + "060a2a864886f71201020203" + "060a2b06010401823702020a" + "a32a3028a0261b24"
            + Octets.utf8("not_defined_in_RFC4178@please_ignore").hex());

    private static final int SIGNING_POSSIBLE = 1;

    private final Octets guid;
    private boolean negotiated;

    SmbAnswerer(String fqdn) {
        UUID name = UUID.nameUUIDFromBytes(("smb " + fqdn).getBytes(StandardCharsets.UTF_8));
        this.guid = Octets.of(ByteBuffer.allocate(16)
                .putLong(name.getMostSignificantBits())
                .putLong(name.getLeastSignificantBits())
                .array());
    }

    @Override
    public List<Step<SmbMessage>> on(SmbMessage message) {
        if (message instanceof SmbMessage.Offer offer) {
            return offered(offer);
        }
        if (!(message instanceof SmbMessage.Smb2 smb2)) {
            return isKeepAlive(message) ? List.of() : List.of(Step.close());
        }
        if (smb2.header().isAnswer()) {
            return List.of(Step.close());
        }
        return smb2.body() instanceof NegotiateRequest request
                ? negotiate(smb2.header(), request)
                : refused(smb2.header());
    }

    private static boolean isKeepAlive(SmbMessage message) {
        return message instanceof SmbMessage.Other other && other.type() == 0x85;
    }

    private List<Step<SmbMessage>> offered(SmbMessage.Offer offer) {
        if (negotiated) {
            return List.of(Step.close());
        }
        if (offer.dialects().contains(SmbMessage.Offer.SMB_2_X)) {
            return respond(Smb2Header.answerToOffer(), Revision.WILDCARD, Revision.SMB_2_1, 0);
        }
        if (offer.dialects().contains(SmbMessage.Offer.SMB_2_002)) {
            negotiated = true;
            return respond(Smb2Header.answerToOffer(), Revision.SMB_2_0_2.number(), Revision.SMB_2_0_2, 0);
        }
        return List.of(Step.close());
    }

    private List<Step<SmbMessage>> negotiate(Smb2Header header, NegotiateRequest request) {
        Optional<Revision> latest = Revision.latest(request.dialects());
        if (negotiated) {
            return List.of(Step.close());
        }
        if (latest.isEmpty()) {
            return failure(header, Smb2Header.NOT_SUPPORTED);
        }
        negotiated = true;
        Revision revision = latest.get();
        return respond(header.answer(Smb2Header.SUCCESS), revision.number(), revision, request.capabilities());
    }

    /** Grants what the client said it could, of what the revision knows; DFS whether it was said or not. */
    private List<Step<SmbMessage>> respond(Smb2Header header, int dialect, Revision revision, int offered) {
        NegotiateResponse response = new NegotiateResponse(
                SIGNING_POSSIBLE,
                dialect,
                0,
                guid,
                revision.capabilities() & (offered | 0x07),
                revision.most(),
                0,
                0,
                MECHANISMS);
        return List.of(Step.send("negotiate response", () -> new SmbMessage.Smb2(header, response)));
    }

    private static List<Step<SmbMessage>> refused(Smb2Header header) {
        return failure(
                header,
                header.command() == Smb2Header.SESSION_SETUP ? Smb2Header.ACCESS_DENIED : Smb2Header.SESSION_DELETED);
    }

    private static List<Step<SmbMessage>> failure(Smb2Header header, int status) {
        SmbMessage answer = new SmbMessage.Smb2(header.answer(status), new Smb2Body.Failure(Octets.NONE));
        return List.of(Step.send(String.format("refusal 0x%08x", status), () -> answer));
    }
}
