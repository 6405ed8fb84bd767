package dev.sallyport.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sallyport.identity.Identity;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WrongIdentitiesTest {
    private final LabCa ca = LabCa.create(new LabName("contoso", "contoso.lab"), KeyKind.EC_P256, Clock.systemUTC());
    private final WrongIdentities wrong = ca.wrong();
    private final Request request = Request.of("fe1.contoso.lab");
    private final Identity right = ca.issue(Request.of("edge1.contoso.lab"));

    @Nested
    class AsAServer {
        @Test
        void expired() throws Exception {
            assertThat(refusalOfServer(wrong.expired(request))).anyMatch(CertificateExpiredException.class::isInstance);
        }

        @Test
        void notYetValid() throws Exception {
            assertThat(refusalOfServer(wrong.notYetValid(request)))
                    .anyMatch(CertificateNotYetValidException.class::isInstance);
        }

        @Test
        void ofAStranger() throws Exception {
            assertThat(refusalOfServer(wrong.stranger(request)))
                    .anyMatch(saying("unable to find valid certification path"));
        }

        @Test
        void ofAnImpostor() throws Exception {
            assertThat(refusalOfServer(wrong.impostor(request))).anyMatch(saying("PKIX path"));
        }

        @Test
        void ofAnotherName() throws Exception {
            assertThat(refusalOfServer(wrong.otherName(request)))
                    .anyMatch(saying("No subject alternative DNS name matching fe1.contoso.lab found"));
        }

        @Test
        void selfSigned() throws Exception {
            assertThat(refusalOfServer(wrong.selfSigned(request)))
                    .anyMatch(saying("unable to find valid certification path"));
        }

        @Test
        void withoutClientUseIsARightServer() {
            assertThatCode(() -> TlsPair.of(right, wrong.withoutClientUse(request), "fe1.contoso.lab")
                            .handshake())
                    .doesNotThrowAnyException();
        }

        private List<Throwable> refusalOfServer(Identity server) throws Exception {
            return refusal(TlsPair.of(right, server, "fe1.contoso.lab"));
        }
    }

    @Nested
    class AsAClient {
        @Test
        void withoutClientUse() throws Exception {
            assertThat(refusalOfClient(wrong.withoutClientUse(request)))
                    .anyMatch(saying("Extended key usage does not permit use for TLS client authentication"));
        }

        @Test
        void expired() throws Exception {
            assertThat(refusalOfClient(wrong.expired(request))).anyMatch(CertificateExpiredException.class::isInstance);
        }

        @Test
        void aStrangersCertificateIsNotEvenSent() throws Exception {
            assertThat(refusalOfClient(wrong.stranger(request))).anyMatch(saying("Empty client certificate chain"));
        }

        @Test
        void anImpostorsCertificateIsSentAndRefused() throws Exception {
            assertThat(refusalOfClient(wrong.impostor(request))).anyMatch(saying("PKIX path"));
        }

        private List<Throwable> refusalOfClient(Identity client) throws Exception {
            return refusal(TlsPair.of(client, right, "edge1.contoso.lab"));
        }
    }

    @Test
    void theirHoldersTrustTheLab() {
        assertThat(List.of(wrong.stranger(request), wrong.impostor(request), wrong.selfSigned(request)))
                .allSatisfy(identity ->
                        assertThat(identity.trusted()).isEqualTo(ca.authority().trusted()));
    }

    private static List<Throwable> refusal(TlsPair pair) {
        Throwable thrown = catchThrowable(pair::handshake);
        assertThat(thrown).isInstanceOf(SSLException.class);
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Predicate<Throwable> saying(String words) {
        return cause -> cause.getMessage() != null && cause.getMessage().contains(words);
    }
}
