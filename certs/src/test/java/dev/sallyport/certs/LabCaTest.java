package dev.sallyport.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityException;
import dev.sallyport.identity.Pem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabCaTest {
    private static final LabName CONTOSO = new LabName("contoso", "contoso.lab");

    /** Validators of the JDK ask the system's clock, so certificates must be valid now. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final LabCa ca = LabCa.create(CONTOSO, KeyKind.EC_P256, clock);
    private final Request fe1 = Request.of("fe1.contoso.lab", "pool1.contoso.lab");

    @Nested
    class EveryKindOfKey {
        @ParameterizedTest
        @EnumSource
        void isGoodForServerAndClient(KeyKind kind) throws Exception {
            LabCa lab = LabCa.create(CONTOSO, kind, clock);
            Identity host = lab.issue(fe1);
            X509Certificate[] chain = host.chain().toArray(X509Certificate[]::new);
            var judge = TlsPair.judge(host.trusted());
            String keyExchange = kind == KeyKind.RSA_2048 ? "ECDHE_RSA" : "ECDHE_ECDSA";
            assertThatCode(() -> judge.checkServerTrusted(chain, keyExchange)).doesNotThrowAnyException();
            assertThatCode(() -> judge.checkClientTrusted(chain, host.key().getAlgorithm()))
                    .doesNotThrowAnyException();
        }

        @ParameterizedTest
        @EnumSource
        void shakesHandsByMutualTls12(KeyKind kind) throws Exception {
            LabCa lab = LabCa.create(CONTOSO, kind, clock);
            Identity server = lab.issue(fe1);
            Identity client = lab.issue(Request.of("edge1.contoso.lab"));
            TlsPair pair = TlsPair.of(client, server, "pool1.contoso.lab");
            pair.handshake();
            assertThat(pair.client.getSession().getProtocol()).isEqualTo("TLSv1.2");
            assertThat(pair.client.getSession().getPeerCertificates())
                    .containsExactly(server.chain().toArray(X509Certificate[]::new));
            assertThat(pair.server.getSession().getPeerCertificates())
                    .containsExactly(client.chain().toArray(X509Certificate[]::new));
        }

        @ParameterizedTest
        @EnumSource
        void survivesTheWayThroughText(KeyKind kind) {
            Identity host = LabCa.create(CONTOSO, kind, clock).issue(fe1);
            assertThat(Pem.of(host).identity()).isEqualTo(host);
        }

        @Test
        void isSignedWithSha256AndNeverPss() {
            assertThat(ca.issue(fe1).certificate().getSigAlgName()).isEqualTo("SHA256withECDSA");
            LabCa rsa = LabCa.create(CONTOSO, KeyKind.RSA_2048, clock);
            assertThat(rsa.issue(fe1).certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
            assertThat(rsa.certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
        }

        @Test
        void mayDifferFromTheAuthoritys() throws Exception {
            LabCa mixed = LabCa.of(
                    CONTOSO,
                    KeyKind.EC_P256,
                    clock,
                    LabCa.create(CONTOSO, KeyKind.RSA_2048, clock).authority());
            Identity host = mixed.issue(fe1);
            assertThat(host.key().getAlgorithm()).isEqualTo("EC");
            TlsPair.of(host, host, "fe1.contoso.lab").handshake();
        }
    }

    @Nested
    class AHostsCertificate {
        private final X509Certificate certificate = ca.issue(
                        fe1.at(List.of(address("10.1.0.10"), address("fd00:1::11"))))
                .certificate();

        @Test
        void namesEverythingThatTheHostIsDialledBy() throws Exception {
            assertThat(certificate.getSubjectX500Principal()).hasToString("CN=fe1.contoso.lab");
            assertThat(certificate.getSubjectAlternativeNames())
                    .containsExactlyInAnyOrder(
                            List.of(2, "fe1.contoso.lab"),
                            List.of(2, "pool1.contoso.lab"),
                            List.of(7, "10.1.0.10"),
                            List.of(7, "fd00:1:0:0:0:0:0:11"));
        }

        @Test
        void isForServersAndClients() throws Exception {
            assertThat(certificate.getExtendedKeyUsage())
                    .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"); // RFC 5280 §4.2.1.12
            assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        }

        @Test
        void hasAnEncryptingKeyUsageForRsaOnly() {
            LabCa rsa = LabCa.create(CONTOSO, KeyKind.RSA_2048, clock);
            assertThat(rsa.issue(fe1).certificate().getKeyUsage()).startsWith(true, false, true, false);
            assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false);
        }

        @Test
        void saysWhereTheRevocationListIs() throws Exception {
            var extension = new JcaX509CertificateHolder(certificate).getExtension(Extension.cRLDistributionPoints);
            var points = CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints();
            assertThat(points).hasSize(1);
            assertThat(points[0].getDistributionPoint().toString()).contains("http://crl.contoso.lab/contoso.crl");
        }

        @Test
        void makesAChainAsLargeAsACompanysWithFewNamesToo() throws Exception {
            int size = 0;
            for (X509Certificate each : ca.issue(Request.of("fe1.contoso.lab")).chain()) {
                size += each.getEncoded().length;
            }
            assertThat(size).isGreaterThan(4096);
        }

        @Test
        void pointsAtItsIssuersKey() throws Exception {
            var issuer = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(ca.certificate().getPublicKey());
            var holder = new JcaX509CertificateHolder(certificate);
            assertThat(AuthorityKeyIdentifier.fromExtensions(holder.getExtensions())
                            .getKeyIdentifierOctets())
                    .isEqualTo(issuer.getKeyIdentifier());
            assertThat(SubjectKeyIdentifier.fromExtensions(
                            new JcaX509CertificateHolder(ca.certificate()).getExtensions()))
                    .isEqualTo(issuer);
        }

        @Test
        void startsAWhileAgoAndLastsAYear() {
            assertThat(certificate.getNotBefore().toInstant()).isEqualTo(now.minus(Duration.ofMinutes(10)));
            assertThat(certificate.getNotAfter().toInstant()).isEqualTo(now.plus(Duration.ofDays(365)));
        }

        @Test
        void lastsADayForARun() {
            X509Certificate brief = ca.issue(fe1.shortLived()).certificate();
            assertThat(brief.getNotAfter().toInstant()).isEqualTo(now.plus(Duration.ofDays(1)));
        }

        @Test
        void neverOutlivesTheAuthority() {
            X509Certificate eternal =
                    ca.issue(fe1.validFor(Duration.ofDays(36500))).certificate();
            assertThat(eternal.getNotAfter()).isEqualTo(ca.certificate().getNotAfter());
        }

        @Test
        void hasASerialNumberOfItsOwn() {
            var serials = IntStream.range(0, 20)
                    .mapToObj(i -> ca.issue(fe1).certificate().getSerialNumber())
                    .toList();
            assertThat(serials).doesNotHaveDuplicates().allSatisfy(serial -> {
                assertThat(serial).isPositive();
                assertThat(serial.toByteArray()).hasSizeLessThanOrEqualTo(20);
            });
        }

        @Test
        void takesTheFirstLabelOfANameTooLongForACommonName() {
            String name = "fe1." + "long-label.".repeat(6) + "contoso.lab";
            Identity host = ca.issue(Request.of(name));
            assertThat(host.certificate().getSubjectX500Principal()).hasToString("CN=fe1");
            assertThat(host.names(name)).isTrue();
            assertThat(host.names("fe1")).isFalse();
        }
    }

    @Nested
    class TheAuthority {
        @Test
        void mayIssueHostsOnly() {
            assertThat(ca.certificate().getSubjectX500Principal()).hasToString("CN=contoso lab CA, O=Sallyport");
            assertThat(ca.certificate().getBasicConstraints()).isZero();
            assertThat(ca.certificate().getKeyUsage())
                    .containsExactly(false, false, false, false, false, true, true, false, false);
        }

        @Test
        void revokesNothing() throws Exception {
            X509CRL crl = ca.crl();
            crl.verify(ca.certificate().getPublicKey());
            assertThat(crl.getRevokedCertificates()).isNull();
            assertThat(crl.getNextUpdate()).isEqualTo(ca.certificate().getNotAfter());
        }

        @Test
        void satisfiesWhoAsksForRevocation() throws Exception {
            Identity host = ca.issue(fe1);
            var path = CertificateFactory.getInstance("X.509").generateCertPath(host.chain());
            var root = ca.authority().trusted().get(2);
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(true);
            var validator = CertPathValidator.getInstance("PKIX");
            assertThatThrownBy(() -> validator.validate(path, parameters)).hasMessageContaining("revocation status");
            List<X509CRL> lists = new ArrayList<>(ca.listsAbove().values());
            lists.add(ca.crl());
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
            assertThatCode(() -> validator.validate(path, parameters)).doesNotThrowAnyException();
        }

        @Test
        void isTakenUpAgain() throws Exception {
            LabCa again = LabCa.of(CONTOSO, KeyKind.EC_P256, clock, ca.authority());
            TlsPair.of(ca.issue(fe1), again.issue(Request.of("fe2.contoso.lab")), "fe2.contoso.lab")
                    .handshake();
        }

        @Test
        void isNotTakenUpForAnotherLab() {
            LabName fabrikam = new LabName("fabrikam", "contoso.lab");
            assertThatThrownBy(() -> LabCa.of(fabrikam, KeyKind.EC_P256, clock, ca.authority()))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("contoso lab CA")
                    .hasMessageContaining("fabrikam lab CA")
                    .hasMessageContaining("another lab");
        }

        @Test
        void isNoHost() {
            assertThatThrownBy(() -> LabCa.of(CONTOSO, KeyKind.EC_P256, clock, ca.issue(fe1)))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("CN=fe1.contoso.lab is a host's");
        }

        @Test
        void issuesForManyInTheirOrder() {
            List<Request> requests = IntStream.range(0, 30)
                    .mapToObj(i -> Request.of("host" + i + ".contoso.lab"))
                    .toList();
            assertThat(ca.issueAll(requests))
                    .extracting(
                            host -> host.certificate().getSubjectX500Principal().getName())
                    .containsExactlyElementsOf(requests.stream()
                            .map(request -> "CN=" + request.names().get(0))
                            .toList());
        }
    }

    @Nested
    class ARequest {
        @Test
        void needsAName() {
            assertThatThrownBy(Request::of).hasMessageContaining("at least one name");
        }

        @Test
        void needsAsciiNames() {
            assertThatThrownBy(() -> Request.of("bücher.lab"))
                    .hasMessageContaining("bücher.lab")
                    .hasMessageContaining("xn--");
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
