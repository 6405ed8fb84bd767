package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StunTest {

    private static final Octets TRANSACTION = Octets.parse(MemoryWire.NONCE);

    @Test
    void aChangedByteInTheAnswerIsMalformedAndNamed() {
        MemoryWire.Told told = answeredBy(bytes -> {
            byte[] changed = bytes.clone();
            changed[27] ^= 1; // within XOR-MAPPED-ADDRESS
            return List.of(changed);
        });

        assertThat(told.near().how()).isEqualTo(How.MALFORMED);
        assertThat(told.near().detail()).contains("FINGERPRINT");
    }

    @Test
    void anotherTransactionsAnswerIsOverlooked() {
        StunMessage stale = success(Octets.of(new byte[12]));
        MemoryWire.Told told = answeredBy(bytes -> List.of(stale.wire().toArray(), bytes));

        assertThat(told.near().how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void anAnswerWithoutAddressOrFingerprintIsNotEnough() {
        assertThat(answeredBy(always(success(TRANSACTION).withFingerprint()))
                        .near()
                        .detail())
                .contains("a success without XOR-MAPPED-ADDRESS");
        assertThat(answeredBy(always(StunMessage.of(
                                StunMessage.Kind.SUCCESS, StunMessage.BINDING, TRANSACTION, List.of(mapped()))))
                        .near()
                        .detail())
                .contains("a success without FINGERPRINT");
    }

    @Test
    void anErrorIsNamedByItsCode() {
        StunMessage error = StunMessage.of(
                StunMessage.Kind.ERROR,
                StunMessage.BINDING,
                TRANSACTION,
                List.of(new ErrorCode(401, "Unauthenticated")));

        assertThat(answeredBy(always(error)).near().detail())
                .contains("ERROR of method 0x001 with 401 Unauthenticated came instead");
    }

    @Test
    void anEchoIsNoAnswer() {
        StunMessage echo =
                StunMessage.of(StunMessage.Kind.REQUEST, StunMessage.BINDING, TRANSACTION, List.of(Stun.CLIENT));

        assertThat(answeredBy(always(echo)).near().how()).isEqualTo(How.MALFORMED);
    }

    private static StunMessage success(Octets transaction) {
        return StunMessage.of(StunMessage.Kind.SUCCESS, StunMessage.BINDING, transaction, List.of());
    }

    private static XorMappedAddress mapped() {
        return new XorMappedAddress(InetAddress.getLoopbackAddress(), 1);
    }

    private static Function<byte[], List<byte[]>> always(StunMessage message) {
        return bytes -> List.of(message.wire().toArray());
    }

    private static MemoryWire.Told answeredBy(Function<byte[], List<byte[]>> towardsNear) {
        return MemoryWire.between(Stun.protocol(), List::of, towardsNear).walk("stun/binding", Transport.UDP);
    }
}
