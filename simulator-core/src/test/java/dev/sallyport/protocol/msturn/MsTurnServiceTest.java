package dev.sallyport.protocol.msturn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.AgedLine;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.VectorFile;
import dev.sallyport.protocol.msturn.MsTurnMessage.EndToEnd;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.Data;
import dev.sallyport.protocol.turn.Lifetime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of another make speaks with the relay, out of our ladder's order too. */
class MsTurnServiceTest {

    private static final InetSocketAddress SERVER = new InetSocketAddress("10.2.0.10", 3478);
    private static final InetSocketAddress CLIENT = new InetSocketAddress("10.1.0.10", 40_000);
    private static final InetSocketAddress PEER = new InetSocketAddress("10.1.0.20", 6000);
    private static final InetSocketAddress OTHER = new InetSocketAddress("10.1.0.21", 6000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("192.0.2.1", 6000);
    private static final Octets DATA = Octets.utf8("data");

    private final AgedLine line = new AgedLine(SERVER.getAddress());
    private final MsTurnService service = new MsTurnService();
    private final Codec<MsTurnMessage> codec = service.codec(Transport.UDP);
    private final Reception<MsTurnMessage> reception = reception(Transport.UDP, line);

    private Profile profile = Profile.SPEC;
    private MrasCredentials credentials = MrasCredentials.issue(MemoryWire.NONCE, "contoso.lab");
    private MsNonce nonce = new MsNonce(Octets.NONE);
    private MsRealm realm = new MsRealm(Octets.NONE);
    private int transactions;

    @Nested
    class Credentials {

        @Test
        void areAskedForWithNonceAndRealm() {
            MsTurnControl refusal = challenge();

            assertThat(refusal.type()).isEqualTo(MsTurnType.ALLOCATE_ERROR);
            assertThat(code(refusal)).isEqualTo(401);
            assertThat(refusal.first(MsRealm.class)).contains(Profile.SPEC.realm());
            assertThat(line.ports()).isEmpty();
        }

        @Test
        void ofAnotherDomainFailTheIntegrityCheck() {
            challenge();
            credentials = MrasCredentials.issue(MemoryWire.NONCE, "fabrikam.lab");

            assertThat(code(allocateAgain())).isEqualTo(431);
            assertThat(line.ports()).isEmpty();
        }

        @Test
        void withAnotherNonceAreStale() {
            challenge();
            nonce = new MsNonce(Octets.utf8("of yesterday"));

            assertThat(code(allocateAgain())).isEqualTo(438);
        }

        @Test
        void thatAreWrongGetNoDataRelayedAndNoAnswer() {
            allocate();
            credentials = MrasCredentials.issue(MemoryWire.NONCE, "fabrikam.lab");
            send(PEER);

            assertThat(line.relayed()).isEmpty();
            assertThat(line.sent()).isEmpty();
        }
    }

    @Nested
    class Allocations {

        @ParameterizedTest
        @ValueSource(strings = {"SPEC", "INSPECTION_FRIENDLY"})
        void tellWhatTheSpecificationAsksFor(String name) {
            profile = Profile.valueOf(name);
            MsTurnControl response = allocate();

            assertThat(response.attributes().get(0)).isEqualTo(new MagicCookie());
            assertThat(response.first(dev.sallyport.protocol.stun.MappedAddress.class)
                            .orElseThrow()
                            .port())
                    .isEqualTo(line.ports().get(0).getPort())
                    .isBetween(50_000, 59_999);
            assertThat(response.first(ReflexiveAddress.class)).contains(new ReflexiveAddress(CLIENT));
            assertThat(response.first(Lifetime.class)).contains(new Lifetime(600));
            assertThat(response.first(SequenceNumber.class).orElseThrow().sequence())
                    .isZero();
            assertThat(response.first(MsRealm.class)).contains(profile.realm());
            assertThat(response.hasIntegrityOf(credentials.key(realm))).isTrue();
        }

        @Test
        void areRefreshedByAnotherAllocateAndEndWithTheirLifetime() {
            allocate();
            line.pass(Duration.ofSeconds(599));
            assertThat(allocateAgain().type()).isEqualTo(MsTurnType.ALLOCATE_RESPONSE);
            line.pass(Duration.ofSeconds(599));
            assertThat(line.ports()).hasSize(1);
            line.pass(Duration.ofSeconds(1));

            assertThat(line.ports()).isEmpty();
        }

        @Test
        void areReleasedByALifetimeOfZero() {
            allocate();
            MsTurnControl response = authenticated(new Lifetime(0));

            assertThat(response.type()).isEqualTo(MsTurnType.ALLOCATE_RESPONSE);
            assertThat(response.first(Lifetime.class)).contains(new Lifetime(0));
            assertThat(line.ports()).isEmpty();
            assertThat(code(authenticated(new Lifetime(0)))).isEqualTo(437);
        }

        @Test
        void areRefusedWhereNoPortIsFree() {
            challenge();
            line.fill();

            assertThat(code(allocateAgain())).isEqualTo(500);
        }
    }

    @Nested
    class Relaying {

        @Test
        void needsThePermissionThatASendGives() {
            allocate();
            arrive(PEER);
            assertThat(line.sent()).isEmpty();
            send(PEER);
            arrive(PEER);

            assertThat(line.relayed()).containsExactly(new Datagram(PEER, DATA));
            MsTurnControl indication = (MsTurnControl) read(line.sent()).get(0);
            assertThat(indication.type()).isEqualTo(MsTurnType.DATA_INDICATION);
            assertThat(indication.first(RemoteAddress.class)).contains(new RemoteAddress(PEER));
            assertThat(indication.first(Data.class)).contains(new Data(DATA));
        }

        @Test
        void endsWithThePermission() {
            allocate();
            send(PEER);
            line.pass(Duration.ofSeconds(300));
            arrive(PEER);

            assertThat(line.sent()).isEmpty();
            assertThat(line.ports()).hasSize(1);
        }

        @Test
        void goesWithoutHeadersToAndFromTheActiveDestinationAlone() {
            allocate();
            send(OTHER);
            line.relayed();
            assertThat(activate(PEER).type()).isEqualTo(MsTurnType.ACTIVATE_RESPONSE);
            reception.received(DATA.toArray());
            arrive(PEER);
            arrive(OTHER);

            assertThat(line.relayed()).containsExactly(new Datagram(PEER, DATA));
            List<MsTurnMessage> came = read(line.sent());
            assertThat(came.get(0)).isEqualTo(new EndToEnd(DATA));
            assertThat(((MsTurnControl) came.get(1)).first(RemoteAddress.class)).contains(new RemoteAddress(OTHER));
        }

        @Test
        void withoutActiveDestinationGoesNowhere() {
            allocate();
            reception.received(DATA.toArray());

            assertThat(line.relayed()).isEmpty();
        }

        @Test
        void isForbiddenOutsideTheLab() {
            allocate();
            send(STRANGER);

            assertThat(line.relayed()).isEmpty();
            assertThat(code(activate(STRANGER))).isEqualTo(403);
        }

        @Test
        void needsAnAllocation() {
            challenge();

            assertThat(code(activate(PEER))).isEqualTo(437);
        }
    }

    @Nested
    class OverTcp {

        private final AgedLine connection = new AgedLine(SERVER.getAddress());
        private final Reception<MsTurnMessage> accepted = reception(Transport.TCP, connection);

        @Test
        void theHelloIsAnsweredInOneRecordAndCarriesTheNonce() throws Exception {
            accepted.received(VectorFile.bytes(MsTurnServiceTest.class, "client-hello.hex"));

            assertThat(connection.sent()).singleElement().satisfies(answer -> {
                assertThat(answer).hasSize(83);
                assertThat(new MsTurnFrames().read(answer)).isInstanceOf(PseudoHello.class);
            });
            assertThat(accepted.nonces()).containsExactly("05060708090a0b0c0d0e0f10");
        }

        @Test
        void theHelloMayBeLeftOut() throws Exception {
            accepted.received(VectorFile.bytes(MsTurnServiceTest.class, "first-allocate-tcp.hex"));

            assertThat(connection.sent()).singleElement().satisfies(answer -> {
                assertThat(Octets.of(answer, 0, 2).hex()).isEqualTo("0200");
                MsTurnControl refusal = (MsTurnControl) new MsTurnFrames().read(answer);
                assertThat(code(refusal)).isEqualTo(401);
                assertThat(refusal.first(MsRealm.class)).contains(Profile.INSPECTION_FRIENDLY.realm());
            });
        }

        @Test
        void aSecondHelloEndsTheConnection() throws Exception {
            accepted.received(VectorFile.bytes(MsTurnServiceTest.class, "client-hello.hex"));
            accepted.received(VectorFile.bytes(MsTurnServiceTest.class, "client-hello.hex"));

            assertThat(connection.closed()).isTrue();
        }
    }

    @Test
    void theServiceIsKnownByItsCookieOrItsHello() throws Exception {
        for (String name : List.of("first-allocate-udp.hex", "first-allocate-tcp.hex", "client-hello.hex")) {
            assertThat(service.recognises(VectorFile.bytes(MsTurnServiceTest.class, name)))
                    .as(name)
                    .isTrue();
        }
        String stun = "0001" + "0008" + "2112a442" + "0123456789abcdef01234567" + "8022000461626364";
        assertThat(service.recognises(Octets.parse(stun).toArray())).isFalse();
        assertThat(service.recognises(Octets.parse("16030100c8010000c40303").toArray()))
                .isFalse();
        assertThat(service.recognises(new byte[0])).isFalse();
    }

    private Reception<MsTurnMessage> reception(Transport transport, AgedLine over) {
        Setting setting = new Setting(
                "",
                new Setting.Identified("edge1.contoso.lab", "contoso.lab", "edge"),
                new Setting.Identified("10.1.0.10", "", ""),
                SERVER,
                CLIENT,
                transport,
                Security.NONE);
        return new Reception<>(service, setting, over);
    }

    private MsTurnControl allocate() {
        challenge();
        return allocateAgain();
    }

    private MsTurnControl allocateAgain() {
        return authenticated(new Bandwidth(750));
    }

    private MsTurnControl challenge() {
        MsTurnControl refusal =
                answer(MsTurnControl.of(MsTurnType.ALLOCATE_REQUEST, transaction(), List.of(new MsVersion(2))));
        nonce = refusal.first(MsNonce.class).orElseThrow();
        realm = refusal.first(MsRealm.class).orElseThrow();
        return refusal;
    }

    private MsTurnControl authenticated(StunAttribute more) {
        List<StunAttribute> attributes =
                List.of(new MsVersion(2), more, new Username(credentials.username()), nonce, realm);
        return answer(MsTurnControl.of(MsTurnType.ALLOCATE_REQUEST, transaction(), attributes)
                .withIntegrity(credentials.key(realm)));
    }

    private void send(InetSocketAddress peer) {
        List<StunAttribute> attributes =
                List.of(new Username(credentials.username()), new DestinationAddress(peer), new Data(DATA));
        reception.received(codec.encode(MsTurnControl.of(MsTurnType.SEND_REQUEST, transaction(), attributes)
                .withIntegrity(credentials.key(realm))));
    }

    private MsTurnControl activate(InetSocketAddress peer) {
        List<StunAttribute> attributes = List.of(new Username(credentials.username()), new DestinationAddress(peer));
        return answer(MsTurnControl.of(MsTurnType.ACTIVATE_REQUEST, transaction(), attributes)
                .withIntegrity(credentials.key(realm)));
    }

    private void arrive(InetSocketAddress from) {
        line.arrive(line.ports().get(0), new Datagram(from, DATA));
    }

    private Octets transaction() {
        return profile.transaction(Octets.parse(String.format("%024x", ++transactions)));
    }

    private MsTurnControl answer(MsTurnControl request) {
        reception.received(codec.encode(request));
        List<MsTurnMessage> answers = read(line.sent());
        assertThat(answers).hasSize(1);
        MsTurnControl answer = (MsTurnControl) answers.get(0);
        assertThat(answer.transaction()).isEqualTo(request.transaction());
        return answer;
    }

    private static int code(MsTurnControl message) {
        return message.first(ErrorCode.class).map(ErrorCode::code).orElse(0);
    }

    private List<MsTurnMessage> read(List<byte[]> datagrams) {
        List<MsTurnMessage> read = new ArrayList<>();
        for (byte[] datagram : datagrams) {
            try {
                read.addAll(codec.decode(datagram));
            } catch (MalformedMessageException e) {
                throw new AssertionError(e);
            }
        }
        return read;
    }
}
