package dev.sallyport.protocol.msturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.VectorFile;
import dev.sallyport.protocol.stun.StunMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsTurnVectorsTest {

    private static final Octets RANDOM =
            Octets.parse("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
    private static final Octets SESSION =
            Octets.parse("2122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f40");

    private final MsTurnFrames frames = new MsTurnFrames();

    @Nested
    class FirstBytes {

        @Test
        void overUdpAreTheAllocateThatEnginesKnow() throws Exception {
            assertThat(walked("msturn/allocate", Transport.UDP).toFar().get(0))
                    .isEqualTo(vector("first-allocate-udp.hex"))
                    .hasSize(52);
        }

        @Test
        void overTcpAreTheHelloAndThenTheSameInAFrame() throws Exception {
            List<byte[]> toFar = walked("msturn/allocate", Transport.TCP).toFar();

            assertThat(toFar.get(0)).hasSize(50).startsWith(vectorPart("client-hello.hex", 11));
            assertThat(toFar.get(1)).isEqualTo(vector("first-allocate-tcp.hex")).hasSize(56);
        }

        @Test
        void bySpecHaveNoCookieButTheNonceAllTheSame() {
            byte[] first =
                    walked("msturn/allocate-by-spec", Transport.UDP).toFar().get(0);

            assertThat(ByteBuffer.wrap(first).getInt(4)).isNotEqualTo(StunMessage.COOKIE);
            assertThat(Octets.of(first, 8, 12).hex()).isEqualTo(MemoryWire.NONCE);
            assertThat(first).hasSize(52);
        }
    }

    @Nested
    class Hellos {

        @Test
        void areTheExactBytes() throws Exception {
            PseudoHello client = new PseudoHello(PseudoHello.Side.CLIENT, RANDOM, Octets.NONE);
            PseudoHello server = new PseudoHello(PseudoHello.Side.SERVER, RANDOM, SESSION);

            assertThat(frames.write(client))
                    .isEqualTo(vector("client-hello.hex"))
                    .hasSize(50);
            assertThat(frames.write(server))
                    .isEqualTo(vector("server-hello.hex"))
                    .hasSize(83);
            assertThat(frames.read(vector("client-hello.hex"))).isEqualTo(client);
            assertThat(frames.read(vector("server-hello.hex"))).isEqualTo(server);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 9, 43, 76, 78, 79, 82})
        void ofAProxyThatSpeaksRealTlsAreRefused(int place) throws Exception {
            byte[] changed = vector("server-hello.hex");
            changed[place] ^= 1;

            assertThatThrownBy(() -> frames.read(changed)).isInstanceOf(MalformedMessageException.class);
        }
    }

    @Nested
    class Integrity {

        @Test
        void isThatOfAnotherProgram() throws Exception {
            MsTurnControl message = MsTurnReader.read(vector("allocate-with-credentials.hex"));
            MrasCredentials credentials = MrasCredentials.issue(MemoryWire.NONCE, "fabrikam.lab");

            assertThat(message.hasIntegrityOf(credentials.key(Profile.SPEC.realm())))
                    .isTrue();
            assertThat(message.hasIntegrityOf(credentials.key(Profile.INSPECTION_FRIENDLY.realm())))
                    .isTrue();
            assertThat(message.hasIntegrityOf(credentials.key(new MsRealm(Octets.utf8("another")))))
                    .isFalse();
            assertThat(message.first(MsRealm.class)).contains(Profile.SPEC.realm());
        }

        @Test
        void isMadeAsItIsChecked() throws Exception {
            MsTurnControl message = MsTurnReader.read(vector("allocate-with-credentials.hex"));
            MsTurnControl made = MsTurnControl.of(
                            message.type(),
                            message.transaction(),
                            message.attributes().subList(1, message.attributes().size() - 1))
                    .withIntegrity(MrasCredentials.issue(MemoryWire.NONCE, "fabrikam.lab")
                            .key(Profile.SPEC.realm()));

            assertThat(made).isEqualTo(message);
        }
    }

    @Nested
    class Profiles {

        @Test
        void forInspectionNeedNoPaddingAnywhereAndBeginWithTheCookie() throws Exception {
            MemoryWire.Told told = walked("msturn/relay", Transport.UDP);
            List<MsTurnControl> messages = controls(told);

            assertThat(messages).hasSizeGreaterThan(10).allSatisfy(message -> {
                assertThat(ByteBuffer.wrap(message.transaction().toArray()).getInt())
                        .isEqualTo(StunMessage.COOKIE);
                assertThat(message.attributes()).allSatisfy(attribute -> assertThat(
                                attribute.value(message.transaction()).length() % 4)
                        .as(attribute.toString())
                        .isZero());
            });
        }

        @Test
        void bySpecQuoteTheRealmInTenBytesWithoutPadding() throws Exception {
            assertThat(controls(walked("msturn/allocate-by-spec", Transport.UDP)))
                    .anySatisfy(message -> assertThat(message.first(MsRealm.class))
                            .contains(new MsRealm(Octets.utf8("\"rtcmedia\""))));
        }

        private List<MsTurnControl> controls(MemoryWire.Told told) throws MalformedMessageException {
            List<MsTurnControl> controls = new ArrayList<>();
            for (byte[] datagram : Stream.concat(told.toFar().stream(), told.toNear().stream())
                    .filter(MsTurnReader::isControl)
                    .toList()) {
                controls.add(MsTurnReader.read(datagram));
            }
            return controls;
        }
    }

    @Test
    void theTransactionMasksTheReflexiveAddress() throws Exception {
        Octets transaction = Octets.parse("00112233445566778899aabbccddeeff");
        ReflexiveAddress mapped =
                new ReflexiveAddress(new InetSocketAddress(InetAddress.getByName("10.1.0.10"), 40_000));

        // 40000 ^ 0x0011 = 0x9c51; 0a01000a ^ 00112233 = 0a102239.
        assertThat(mapped.value(transaction).hex()).isEqualTo("00019c510a102239");
        assertThat(ReflexiveAddress.read(mapped.value(transaction), transaction))
                .isEqualTo(mapped);
    }

    private static MemoryWire.Told walked(String exchange, Transport transport) {
        return MemoryWire.between(MsTurn.protocol()).walk(exchange, transport);
    }

    private static byte[] vector(String name) throws Exception {
        return VectorFile.bytes(MsTurnVectorsTest.class, name);
    }

    private static byte[] vectorPart(String name, int length) throws Exception {
        return Octets.of(vector(name), 0, length).toArray();
    }
}
