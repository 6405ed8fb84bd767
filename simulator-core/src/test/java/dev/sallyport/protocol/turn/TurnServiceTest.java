package dev.sallyport.protocol.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.AgedLine;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.Nonce;
import dev.sallyport.protocol.stun.RawAttribute;
import dev.sallyport.protocol.stun.Realm;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.StunMessage.Kind;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.stun.XorMappedAddress;
import dev.sallyport.protocol.turn.TurnMessage.ChannelData;
import dev.sallyport.protocol.turn.TurnMessage.Control;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A client of another make speaks with the service, out of our ladder's order too. */
class TurnServiceTest {

    private static final InetSocketAddress SERVER = new InetSocketAddress("10.2.0.10", 3478);
    private static final InetSocketAddress CLIENT = new InetSocketAddress("10.1.0.10", 40_000);
    private static final InetSocketAddress PEER = new InetSocketAddress("10.1.0.20", 6000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("192.0.2.1", 6000);
    private static final Octets DATA = Octets.utf8("data");

    private final AgedLine line = new AgedLine(SERVER.getAddress());
    private final TurnService service = new TurnService();
    private final Codec<TurnMessage> codec = service.codec(Transport.UDP);
    private final Reception<TurnMessage> reception = new Reception<>(
            service,
            new Setting(
                    "",
                    new Setting.Identified("edge1.contoso.lab", "contoso.lab", "edge"),
                    new Setting.Identified("10.1.0.10", "", ""),
                    SERVER,
                    CLIENT,
                    Transport.UDP,
                    Security.NONE),
            line);

    private String user = LabCredentials.FIXED;
    private String password = LabCredentials.FIXED;
    private Realm realm = Realm.of("");
    private Nonce nonce = Nonce.of("");
    private int transactions;

    @Nested
    class Credentials {

        @Test
        void areAskedForWithRealmAndNonce() {
            StunMessage refusal = ask(TurnMethod.ALLOCATE, udp());

            assertThat(code(refusal)).isEqualTo(401);
            assertThat(refusal.first(Realm.class)).contains(Realm.of("contoso.lab"));
            assertThat(refusal.first(Nonce.class)).isPresent();
            assertThat(line.ports()).isEmpty();
        }

        @Test
        void ofTheLabAreMadeAsTheRestApiMakesThem() {
            // Made by Python's hmac: the HMAC-SHA1 of the user name under sallyport:fabrikam.lab.
            assertThat(LabCredentials.password(LabCredentials.user("0123456789abcdef01234567"), "fabrikam.lab"))
                    .isEqualTo("uHAoIUJdVBPBAZq0011ZyZFNtqY=");
        }

        @Test
        void thatAreWrongAreRefused() {
            challenge();
            password = "wrong";

            assertThat(code(request(TurnMethod.ALLOCATE, udp()))).isEqualTo(401);
            assertThat(line.ports()).isEmpty();
        }

        @Test
        void withAnotherNonceAreStale() {
            challenge();
            nonce = Nonce.of("of yesterday");

            assertThat(code(request(TurnMethod.ALLOCATE, udp()))).isEqualTo(438);
        }

        @Test
        void ofAnotherUserDoNotReachTheAllocation() {
            allocate();
            user = LabCredentials.user("anyone");
            password = LabCredentials.password(user, "contoso.lab");

            assertThat(code(request(TurnMethod.REFRESH))).isEqualTo(441);
        }
    }

    @Nested
    class Allocations {

        @Test
        void tellTheRelayedAndTheReflexiveAddress() {
            StunMessage success = allocate();

            assertThat(success.first(XorRelayedAddress.class).orElseThrow().socket())
                    .isEqualTo(line.ports().get(0));
            assertThat(success.first(XorMappedAddress.class))
                    .contains(new XorMappedAddress(CLIENT.getAddress(), CLIENT.getPort()));
            assertThat(success.first(Lifetime.class)).contains(new Lifetime(600));
            assertThat(line.ports())
                    .allSatisfy(port -> assertThat(port.getPort()).isBetween(50_000, 59_999));
        }

        @Test
        void areOneAClient() {
            allocate();

            assertThat(code(request(TurnMethod.ALLOCATE, udp()))).isEqualTo(437);
            assertThat(line.ports()).hasSize(1);
        }

        @Test
        void endWithTheirLifetime() {
            allocate();
            line.pass(Duration.ofSeconds(599));
            assertThat(line.ports()).hasSize(1);
            line.pass(Duration.ofSeconds(1));

            assertThat(line.ports()).isEmpty();
            assertThat(code(request(TurnMethod.REFRESH))).isEqualTo(437);
        }

        @Test
        void lastLongerWhenRefreshed() {
            allocate();
            line.pass(Duration.ofSeconds(599));
            request(TurnMethod.REFRESH);
            line.pass(Duration.ofSeconds(599));

            assertThat(line.ports()).hasSize(1);
        }

        @Test
        void endWhenReleased() {
            allocate();

            assertThat(request(TurnMethod.REFRESH, new Lifetime(0)).first(Lifetime.class))
                    .contains(new Lifetime(0));
            assertThat(line.ports()).isEmpty();
        }

        @Test
        void areRefusedWhereNoPortIsFree() {
            challenge();
            line.fill();

            assertThat(code(request(TurnMethod.ALLOCATE, udp()))).isEqualTo(508);
        }

        @Test
        void areRefusedForWhatCannotBeRelayed() {
            challenge();

            assertThat(code(request(TurnMethod.ALLOCATE))).isEqualTo(400);
            assertThat(code(request(TurnMethod.ALLOCATE, new RequestedTransport(6))))
                    .isEqualTo(442);
            assertThat(code(request(TurnMethod.ALLOCATE, udp(), new RequestedAddressFamily(2))))
                    .isEqualTo(440);
            assertThat(code(request(TurnMethod.ALLOCATE, udp(), new EvenPort(true))))
                    .isEqualTo(508);
            assertThat(code(request(TurnMethod.ALLOCATE, udp(), new RawAttribute(0x001a, Octets.NONE))))
                    .isEqualTo(420);
        }

        @Test
        void haveEvenPortsWhereTheClientAsks() {
            challenge();
            request(TurnMethod.ALLOCATE, udp(), new EvenPort(false));

            assertThat(line.ports()).singleElement().satisfies(port -> assertThat(port.getPort())
                    .isEven());
        }
    }

    @Nested
    class Permissions {

        @Test
        void areNeededFromThePeer() {
            allocate();
            line.arrive(line.ports().get(0), new Datagram(PEER, DATA));

            assertThat(line.sent()).isEmpty();
        }

        @Test
        void areNeededToThePeer() {
            allocate();
            indicate(PEER);

            assertThat(line.relayed()).isEmpty();
        }

        @Test
        void letDataPassBothWays() {
            permitted();
            indicate(PEER);
            line.arrive(line.ports().get(0), new Datagram(PEER, DATA));

            assertThat(line.relayed()).containsExactly(new Datagram(PEER, DATA));
            StunMessage indication = control(read(line.sent()).get(0));
            assertThat(indication.kind()).isEqualTo(Kind.INDICATION);
            assertThat(indication.first(XorPeerAddress.class)).contains(new XorPeerAddress(PEER));
            assertThat(indication.first(Data.class)).contains(new Data(DATA));
        }

        @Test
        void endAfterFiveMinutesThoughTheAllocationStands() {
            permitted();
            line.pass(Duration.ofSeconds(300));
            indicate(PEER);
            line.arrive(line.ports().get(0), new Datagram(PEER, DATA));

            assertThat(line.relayed()).isEmpty();
            assertThat(line.sent()).isEmpty();
            assertThat(line.ports()).hasSize(1);
        }

        @Test
        void areForbiddenOutsideTheLab() {
            allocate();

            assertThat(code(request(TurnMethod.CREATE_PERMISSION, new XorPeerAddress(STRANGER))))
                    .isEqualTo(403);
            assertThat(code(request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x4000), new XorPeerAddress(STRANGER))))
                    .isEqualTo(403);
            indicate(STRANGER);
            assertThat(line.relayed()).isEmpty();
        }

        @Test
        void areRefusedWithoutAllocationOrPeer() {
            challenge();
            assertThat(code(request(TurnMethod.CREATE_PERMISSION, new XorPeerAddress(PEER))))
                    .isEqualTo(437);
            request(TurnMethod.ALLOCATE, udp());
            assertThat(code(request(TurnMethod.CREATE_PERMISSION))).isEqualTo(400);
        }
    }

    @Nested
    class ChannelsOfAClient {

        @Test
        void carryDataBothWays() {
            allocate();
            request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x4001), new XorPeerAddress(PEER));
            reception.received(codec.encode(new ChannelData(0x4001, DATA)));
            line.arrive(line.ports().get(0), new Datagram(PEER, DATA));

            assertThat(line.relayed()).containsExactly(new Datagram(PEER, DATA));
            assertThat(read(line.sent())).containsExactly(new ChannelData(0x4001, DATA));
        }

        @Test
        void areOneToOneWithPeers() {
            allocate();
            request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x4001), new XorPeerAddress(PEER));

            assertThat(code(request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x4002), new XorPeerAddress(PEER))))
                    .isEqualTo(400);
            assertThat(code(request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x4001), new XorPeerAddress(SERVER))))
                    .isEqualTo(400);
            assertThat(code(request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x3fff), new XorPeerAddress(PEER))))
                    .isEqualTo(400);
            assertThat(request(TurnMethod.CHANNEL_BIND, new ChannelNumber(0x4001), new XorPeerAddress(PEER))
                            .kind())
                    .isEqualTo(Kind.SUCCESS);
        }

        @Test
        void thatAreNotBoundCarryNothing() {
            permitted();
            reception.received(codec.encode(new ChannelData(0x4001, DATA)));

            assertThat(line.relayed()).isEmpty();
        }
    }

    @Test
    void bindingRequestsAreAnsweredBesides() {
        StunMessage success = ask(StunMessage.BINDING, LabSoftware.LONG);

        assertThat(success.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(success.first(XorMappedAddress.class)).isPresent();
    }

    @Test
    void onlyTheFirstRequestCarriesTheNonce() {
        allocate();

        assertThat(reception.nonces()).containsExactly("000000000000000000000001");
    }

    @Test
    void theDialectIsLeftToMsturn() {
        String head = "00030020" + "2112a442" + "0123456789abcdef01234567";

        assertThat(service.recognises(Octets.parse(head + "000f000472c64bc6").toArray()))
                .isFalse();
        assertThat(service.recognises(Octets.parse(head + "0019000411000000").toArray()))
                .isTrue();
    }

    private static final class LabSoftware {
        private static final RawAttribute LONG = new RawAttribute(0x8022, Octets.of(new byte[40]));
    }

    private static RequestedTransport udp() {
        return new RequestedTransport(RequestedTransport.UDP);
    }

    private void permitted() {
        allocate();
        request(TurnMethod.CREATE_PERMISSION, new XorPeerAddress(PEER));
    }

    private StunMessage allocate() {
        challenge();
        return request(TurnMethod.ALLOCATE, udp());
    }

    private void challenge() {
        StunMessage refusal = ask(TurnMethod.ALLOCATE, udp());
        realm = refusal.first(Realm.class).orElseThrow();
        nonce = refusal.first(Nonce.class).orElseThrow();
    }

    private StunMessage ask(int method, StunAttribute... attributes) {
        return answer(StunMessage.of(Kind.REQUEST, method, transaction(), List.of(attributes)));
    }

    private StunMessage request(int method, StunAttribute... attributes) {
        List<StunAttribute> all = new ArrayList<>(List.of(attributes));
        all.addAll(List.of(Username.of(user), realm, nonce));
        Octets key = MessageIntegrity.longTermKey(user, realm.text(), password);
        return answer(StunMessage.of(Kind.REQUEST, method, transaction(), all).withIntegrity(key));
    }

    private void indicate(InetSocketAddress peer) {
        StunMessage send = StunMessage.of(
                Kind.INDICATION, TurnMethod.SEND, transaction(), List.of(new XorPeerAddress(peer), new Data(DATA)));
        reception.received(codec.encode(new Control(send)));
    }

    private Octets transaction() {
        return Octets.parse(String.format("%024x", ++transactions));
    }

    private StunMessage answer(StunMessage request) {
        reception.received(codec.encode(new Control(request)));
        List<TurnMessage> answers = read(line.sent());
        assertThat(answers).hasSize(1);
        StunMessage answer = control(answers.get(0));
        assertThat(answer.transaction()).isEqualTo(request.transaction());
        return answer;
    }

    private static StunMessage control(TurnMessage message) {
        return ((Control) message).message();
    }

    private static int code(StunMessage message) {
        return message.first(ErrorCode.class).map(ErrorCode::code).orElse(0);
    }

    private List<TurnMessage> read(List<byte[]> datagrams) {
        List<TurnMessage> read = new ArrayList<>();
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
