package dev.sallyport.identity;

import static dev.sallyport.identity.IdentityVectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {
    private final Pem host = IdentityVectors.host();

    @Nested
    class Reading {
        @Test
        void whatOpensslWroteIsRead() {
            Identity identity = host.identity();
            assertThat(identity.key().getAlgorithm()).isEqualTo("EC");
            assertThat(identity.chain())
                    .extracting(
                            certificate -> certificate.getSubjectX500Principal().getName())
                    .containsExactly("CN=fe1.contoso.lab", "CN=vector intermediate");
            assertThat(identity.trusted())
                    .extracting(
                            certificate -> certificate.getSubjectX500Principal().getName())
                    .containsExactly("CN=vector root");
        }

        @Test
        void rsaKeysAreReadToo() {
            Identity identity = IdentityVectors.hostWithCommonNameOnly().identity();
            assertThat(identity.key().getAlgorithm()).isEqualTo("RSA");
        }

        @Test
        void textBetweenBlocksAndWindowsLineEndsDoNotMatter() {
            String cert = ("subject=fe1\n" + host.cert()).replace("\n", "\r\n");
            assertThat(new Pem(host.key(), cert, host.ca()).identity()).isEqualTo(host.identity());
        }
    }

    @Nested
    class RoundTrip {
        @Test
        void anIdentityComesBackFromItsText() {
            Identity identity = host.identity();
            assertThat(Pem.of(identity).identity()).isEqualTo(identity);
        }

        @Test
        void theTextIsAsOpensslWritesIt() {
            assertThat(Pem.of(host.identity())).isEqualTo(host);
        }
    }

    @Nested
    class Refusal {
        @Test
        void theKeyOfAnotherCertificate() {
            assertThatThrownBy(() -> withKey("key-of-another.pem"))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("key.pem is not the key of the first certificate of cert.pem")
                    .hasMessageContaining("CN=fe1.contoso.lab");
        }

        @Test
        void aKeyOfAnotherAlgorithmThanTheCertificate() {
            assertThatThrownBy(() -> withKey("rsa-key.pem")).hasMessageContaining("is not the key of the first");
        }

        @ParameterizedTest
        @CsvSource({
            "key-encrypted.pem, holds ENCRYPTED PRIVATE KEY where",
            "rsa-key-pkcs1.pem, holds RSA PRIVATE KEY where",
            "rsa-key-pkcs1-encrypted.pem, holds RSA PRIVATE KEY where",
            "cert.pem, holds CERTIFICATE where",
            "README.md, holds no PEM block where",
        })
        void aKeyInAnotherFormIsRefusedWithTheWayToConvertIt(String file, String found) {
            assertThatThrownBy(() -> withKey(file))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining(found)
                    .hasMessageContaining("openssl pkcs8 -topk8 -nodes");
        }

        @Test
        void aKeyOfAnUnknownAlgorithm() {
            assertThatThrownBy(() -> withKey("key-ed25519.pem")).hasMessageContaining("neither RSA nor EC");
        }

        @Test
        void aChainWithoutItsIntermediate() {
            Pem pem = new Pem(host.key(), text("cert-out-of-order.pem"), host.ca());
            assertThatThrownBy(pem::identity)
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("CN=fe1.contoso.lab was not issued by CN=vector root");
        }

        @Test
        void anAuthorityFileWithoutCertificates() {
            Pem pem = new Pem(host.key(), host.cert(), "");
            assertThatThrownBy(pem::identity)
                    .hasMessageContaining("ca.pem holds no PEM block where a CERTIFICATE in PEM is needed");
        }

        @Test
        void aDamagedCertificate() {
            Pem notBase64 = new Pem(host.key(), host.cert().replaceFirst("M", "*"), host.ca());
            assertThatThrownBy(notBase64::identity)
                    .hasMessageContaining("cert.pem holds a CERTIFICATE that is not base64");
            Pem notDer = new Pem(host.key(), host.cert().replaceFirst("\nM", "\nA"), host.ca());
            assertThatThrownBy(notDer::identity).hasMessageContaining("CERTIFICATE that cannot be read");
        }

        private Identity withKey(String file) {
            return new Pem(text(file), host.cert(), host.ca()).identity();
        }
    }

    @Test
    void theKeyIsNeverShown() {
        String secret = host.key().lines().skip(1).findFirst().orElseThrow();
        assertThat(host.toString()).doesNotContain(secret);
        assertThat(host.identity())
                .hasToString("Identity[fe1.contoso.lab, pool1.contoso.lab, *.sip.contoso.lab, "
                        + "10.1.0.10, fd00:1:0:0:0:0:0:11, trusts [CN=vector root]]");
    }
}
