package dev.sallyport.protocol.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.Fingerprint;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunFraming;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.stun.XorMappedAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IceCheckTest {

    private static final IceCredentials CREDENTIALS = new IceCredentials(Octets.parse("0123456789abcdef01234567"));
    private static final IceCredentials OTHERS = new IceCredentials(Octets.parse("0123456789abcdef01234568"));
    private static final InetSocketAddress FROM = new InetSocketAddress("10.1.0.10", 40_000);

    @Nested
    class Checking {

        @Test
        void attributesAreLyncsInItsOrder() {
            assertThat(types(IceCheck.first(CREDENTIALS)))
                    .containsExactly(0x0024, 0x802a, 0x0006, 0x8054, 0x8070, 0x0008, 0x8028);
            assertThat(types(IceCheck.nominating(CREDENTIALS)))
                    .containsExactly(0x0024, 0x0025, 0x802a, 0x0006, 0x8054, 0x8070, 0x0008, 0x8028);
            assertThat(types(IceCheck.success(IceCheck.first(CREDENTIALS), CREDENTIALS, FROM)))
                    .containsExactly(0x0020, 0x0006, 0x8070, 0x0008, 0x8028);
        }

        @Test
        void valuesAreThoseOfTheStandardAndOfLync() {
            StunMessage check = IceCheck.first(CREDENTIALS);

            assertThat(value(check, 0x0024)).isEqualTo("6effffff");
            assertThat(value(check, 0x802a)).hasSize(16);
            assertThat(value(check, 0x8054)).isEqualTo("31000000");
            assertThat(value(check, 0x8070)).isEqualTo("00000002");
            assertThat(check.first(Username.class)).contains(Username.of("ASNFZ4mr:ze8BI0Vn"));
        }

        @Test
        void theFirstHasTheNonceAsItsTransactionAndTheNominationAnother() {
            assertThat(IceCheck.first(CREDENTIALS).transaction()).isEqualTo(CREDENTIALS.nonce());
            assertThat(IceCheck.nominating(CREDENTIALS).transaction()).isNotEqualTo(CREDENTIALS.nonce());
        }

        @Test
        void anAnswerIsNotLongerThanItsCheck() {
            StunMessage check = IceCheck.first(CREDENTIALS);
            InetSocketAddress six = new InetSocketAddress("fd00::1", 40_000);

            assertThat(IceCheck.success(check, CREDENTIALS, six).wire().length())
                    .isLessThanOrEqualTo(check.wire().length());
        }

        @Test
        void whatIsWrittenIsReadAsTheSame() throws Exception {
            StunMessage check = IceCheck.nominating(CREDENTIALS);

            assertThat(new DatagramCodec<>(new StunFraming())
                            .decode(check.wire().toArray()))
                    .containsExactly(check);
        }
    }

    @Nested
    class Integrity {

        @Test
        void isOverATextFilledUpToWholeBlocksThatCountsTheFingerprint() throws Exception {
            byte[] wire = IceCheck.first(CREDENTIALS).wire().toArray();
            // 112 bytes: 80 before MESSAGE-INTEGRITY, filled up to 128; 112 - 20 = 0x5c is in its length field already.
            byte[] text = new byte[128];
            System.arraycopy(wire, 0, text, 0, 80);
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(CREDENTIALS.password().toArray(), "HmacSHA1"));

            assertThat(wire).hasSize(112);
            assertThat(wire[3]).isEqualTo((byte) 0x5c);
            assertThat(IceCheck.first(CREDENTIALS).first(MessageIntegrity.class))
                    .contains(new MessageIntegrity(Octets.of(mac.doFinal(text))));
        }

        @Test
        void isTakenInTheStandardsWayToo() {
            StunMessage standard = unsealed(IceCheck.first(CREDENTIALS))
                    .withIntegrity(CREDENTIALS.password())
                    .withFingerprint();

            assertThat(IceCheck.proven(standard)).contains(CREDENTIALS);
        }

        @Test
        void ofAnotherPasswordProvesNothing() {
            StunMessage unsealed = unsealed(IceCheck.first(CREDENTIALS));

            assertThat(IceCheck.proven(unsealed)).isEmpty();
            assertThat(IceCheck.proven(unsealed.withFingerprint())).isEmpty();
            assertThat(IceCheck.proven(LyncIntegrity.sealed(unsealed, OTHERS.password())))
                    .isEmpty();
        }

        @Test
        void aPasswordIsAsLongAsLyncs() {
            assertThat(CREDENTIALS.password().text()).matches("[A-Za-z0-9+/]{24}");
            assertThat(CREDENTIALS.password()).isNotEqualTo(OTHERS.password());
        }
    }

    @Nested
    class Answering {

        private final StunMessage check = IceCheck.first(CREDENTIALS);

        @Test
        void theSuccessIsExpected() {
            assertThat(answers(IceCheck.success(check, CREDENTIALS, FROM))).isEqualTo(Match.expected());
        }

        @Test
        void anotherTransactionsIsOverlooked() {
            StunMessage others = IceCheck.success(IceCheck.first(OTHERS), OTHERS, FROM);

            assertThat(answers(others)).isEqualTo(Match.awaiting());
        }

        @Test
        void whatIsNoAnswerIsNamed() {
            assertThat(answers(check)).isEqualTo(Match.unexpected("this end's own check, reflected,"));
            assertThat(answers(IceCheck.refusal(check))).isEqualTo(Match.unexpected("401 Unauthorized"));
            assertThat(answers(IceCheck.success(check, OTHERS, FROM)))
                    .isEqualTo(Match.unexpected("a success whose MESSAGE-INTEGRITY is not that of the password"));
            assertThat(answers(LyncIntegrity.sealed(
                            StunMessage.of(
                                    StunMessage.Kind.SUCCESS, StunMessage.BINDING, check.transaction(), List.of()),
                            CREDENTIALS.password())))
                    .isEqualTo(Match.unexpected("a success without XOR-MAPPED-ADDRESS"));
        }

        @Test
        void aMappedAddressChangedOnTheWayBreaksTheIntegrity() {
            List<StunAttribute> changed =
                    new ArrayList<>(IceCheck.success(check, CREDENTIALS, FROM).attributes());
            changed.set(0, new XorMappedAddress(FROM.getAddress(), 1));
            changed.removeIf(Fingerprint.class::isInstance);
            StunMessage rewritten = StunMessage.of(
                            StunMessage.Kind.SUCCESS, StunMessage.BINDING, check.transaction(), changed)
                    .withFingerprint();

            assertThat(answers(rewritten)).isInstanceOf(Match.Unexpected.class);
        }

        private Match answers(StunMessage message) {
            return IceCheck.answers(message, check, CREDENTIALS);
        }
    }

    private static StunMessage unsealed(StunMessage message) {
        List<StunAttribute> attributes = message.attributes();
        return StunMessage.of(
                message.kind(), message.method(), message.transaction(), attributes.subList(0, attributes.size() - 2));
    }

    private static List<Integer> types(StunMessage message) {
        return message.attributes().stream().map(StunAttribute::type).toList();
    }

    private static String value(StunMessage message, int type) {
        return message.attributes().stream()
                .filter(attribute -> attribute.type() == type)
                .map(attribute -> attribute.value(message.transaction()).hex())
                .findFirst()
                .orElseThrow();
    }
}
