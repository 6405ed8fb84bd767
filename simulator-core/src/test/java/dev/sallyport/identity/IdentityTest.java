package dev.sallyport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private final Identity host = IdentityVectors.host().identity();

    @Test
    void anEmptyChainIsNoIdentity() {
        assertThatThrownBy(() -> new Identity(host.key(), List.of(), host.trusted()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fe1.contoso.lab",
                    "FE1.Contoso.Lab.",
                    "pool1.contoso.lab",
                    "10.1.0.10",
                    "fd00:1::11",
                    "FD00:1:0:0:0:0:0:11"
                })
        void alternativeNamesAndAddressesCountInEverySpelling(String name) {
            assertThat(host.names(name)).isTrue();
            assertThat(host.requireNames(name)).isSameAs(host);
        }

        @ParameterizedTest
        @ValueSource(strings = {"fe2.contoso.lab", "fe1", "10.1.0.1", "fd00:1::12", "fd00:::1", "x.sip.contoso.lab"})
        void othersDoNot(String name) {
            assertThat(host.names(name)).isFalse();
        }

        @Test
        void theCommonNameCountsWhereThereIsNoOther() {
            Identity plain = IdentityVectors.hostWithCommonNameOnly().identity();
            assertThat(plain.names("rsa.contoso.lab")).isTrue();
            assertThat(plain.names("contoso")).isFalse();
        }

        @Test
        void theRefusalSaysWhoIsNamed() {
            assertThatThrownBy(() -> host.requireNames("fe2.contoso.lab"))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("does not name fe2.contoso.lab: it names fe1.contoso.lab, pool1.contoso.lab");
        }
    }

    @Nested
    class Time {
        private final Instant from = host.certificate().getNotBefore().toInstant();
        private final Instant until = host.certificate().getNotAfter().toInstant();

        @Test
        void bothEndsAreWithin() {
            assertThat(host.requireValidAt(from)).isSameAs(host);
            assertThat(host.requireValidAt(until)).isSameAs(host);
        }

        @Test
        void afterTheEndTheRefusalSaysWhenItWas() {
            assertThatThrownBy(() -> host.requireValidAt(until.plusMillis(1)))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("CN=fe1.contoso.lab expired at " + until);
        }

        @Test
        void beforeTheBeginningTheRefusalSaysWhenItIs() {
            assertThatThrownBy(() -> host.requireValidAt(from.minusMillis(1)))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("is not valid before " + from);
        }

        @Test
        void anIntermediateCountsToo() {
            X509Certificate intermediate = host.chain().get(1);
            Instant end = intermediate.getNotAfter().toInstant();
            Identity outlived = new Identity(host.key(), List.of(host.trusted().get(0), intermediate), List.of());
            assertThatThrownBy(() -> outlived.requireValidAt(end.plusMillis(1)))
                    .hasMessageContaining("CN=vector intermediate expired");
        }
    }
}
