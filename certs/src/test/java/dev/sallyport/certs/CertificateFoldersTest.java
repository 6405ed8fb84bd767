package dev.sallyport.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityException;
import dev.sallyport.identity.IdentityFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFoldersTest {
    private static final LabName CONTOSO = new LabName("contoso", "contoso.lab");
    private static final char[] PASSWORD = CertificateFolders.PKCS12_PASSWORD.toCharArray();

    @TempDir
    Path temporary;

    private final Clock clock = Clock.systemUTC();
    private final FolderHost fe1 = new FolderHost(
            "fe1", List.of("fe1.contoso.lab", "pool1.contoso.lab"), List.of(InetAddress.getLoopbackAddress()));
    private final FolderHost edge1 = new FolderHost("edge1", List.of("edge1.contoso.lab"), List.of());

    private Path directory() {
        return temporary.resolve("certs");
    }

    private CertificateFolders folders() {
        return foldersAt(clock);
    }

    private CertificateFolders foldersAt(Clock time) {
        return new CertificateFolders(directory(), Set.of("nats.conf"), time);
    }

    private CertificateFolders.Written write(FolderHost... hosts) {
        return folders().write(CONTOSO, KeyKind.EC_P256, List.of(hosts));
    }

    private Identity identity(String folder) {
        return new IdentityFolder(directory().resolve(folder)).read(clock.instant());
    }

    @Nested
    class Content {
        @Test
        void eachHostFindsItsIdentity() throws Exception {
            var written = write(fe1, edge1);
            assertThat(written.newAuthority()).isTrue();
            assertThat(written.folders())
                    .containsExactly(directory().resolve("fe1"), directory().resolve("edge1"));
            Identity server = new IdentityFolder(directory().resolve("fe1")).read("pool1.contoso.lab", clock.instant());
            assertThat(server.names("127.0.0.1")).isTrue();
            TlsPair.of(identity("edge1"), server, "fe1.contoso.lab").handshake();
        }

        @Test
        void theRevocationListIsTheAuthoritys() throws Exception {
            write(fe1);
            try (InputStream in = Files.newInputStream(directory().resolve("ca/ca.crl"))) {
                var crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
                crl.verify(identity("ca").certificate().getPublicKey());
            }
        }

        @ParameterizedTest
        @EnumSource
        void javaOpensThePkcs12File(KeyKind kind) throws Exception {
            folders().write(CONTOSO, kind, List.of(fe1));
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(directory().resolve("fe1/fe1.p12"))) {
                store.load(in, PASSWORD);
            }
            Identity host = identity("fe1");
            assertThat(Collections.list(store.aliases())).containsExactlyInAnyOrder("fe1", "ca-1", "ca-2", "ca-3");
            assertThat(store.getKey("fe1", PASSWORD)).isEqualTo(host.key());
            assertThat(store.getCertificateChain("fe1"))
                    .startsWith(host.chain().toArray(Certificate[]::new))
                    .endsWith(host.trusted().get(2));
            assertThat(store.isCertificateEntry("ca-1")).isTrue();
            assertThat(store.getCertificate("ca-1")).isEqualTo(host.trusted().get(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ca/key.pem", "fe1/key.pem", "fe1/fe1.p12"})
        @DisabledOnOs(OS.WINDOWS)
        void keysAreTheirOwnersAlone(String file) throws IOException {
            write(fe1);
            var permissions = Files.getPosixFilePermissions(directory().resolve(file));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Nested
    class Again {
        @Test
        void theAuthorityStaysAndHostsAreIssuedAnew() throws Exception {
            write(fe1);
            Identity authority = identity("ca");
            Identity before = identity("fe1");
            var written = write(fe1, edge1);
            assertThat(written.newAuthority()).isFalse();
            assertThat(identity("ca")).isEqualTo(authority);
            assertThat(identity("fe1").certificate()).isNotEqualTo(before.certificate());
            TlsPair.of(before, identity("edge1"), "edge1.contoso.lab").handshake();
        }

        @Test
        void hostsThatLeftTheLabAreLeftAlone() {
            write(fe1);
            Identity before = identity("fe1");
            write(edge1);
            assertThat(identity("fe1")).isEqualTo(before);
        }

        @Test
        void filesThatTheCallerKeepsBesideAreNoObstacle() throws IOException {
            Files.createDirectories(directory());
            Files.writeString(directory().resolve("nats.conf"), "");
            assertThat(write(fe1).newAuthority()).isTrue();
            assertThat(write(fe1).newAuthority()).isFalse();
        }

        @Test
        void whatAKilledProcessLeftIsNoObstacle() throws IOException {
            write(fe1);
            Files.writeString(directory().resolve("fe1/fe1.p12.new"), "");
            write(fe1);
            assertThat(directory().resolve("fe1/fe1.p12.new")).doesNotExist();
        }
    }

    @Nested
    class Refusal {
        @Test
        void aDirectoryWithSomebodysFiles() throws IOException {
            Files.createDirectories(directory().resolve("src"));
            Files.writeString(directory().resolve("src/Main.java"), "");
            Files.writeString(directory().resolve("notes.txt"), "");
            assertRefused("notes.txt", "src/Main.java");
            assertThat(directory().resolve("ca")).doesNotExist();
        }

        @Test
        void aFolderThatHoldsMoreThanOurs() throws IOException {
            write(fe1);
            Files.writeString(directory().resolve("fe1/notes.txt"), "");
            assertRefused("fe1/notes.txt");
        }

        @Test
        void hostsWhoseAuthorityIsGone() throws IOException {
            write(fe1);
            try (Stream<Path> files = Files.list(directory().resolve("ca"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory().resolve("ca"));
            assertRefused("not the authority that issued them");
        }

        @Test
        void anAuthorityWithoutItsKey() throws IOException {
            write(fe1);
            Files.delete(directory().resolve("ca/key.pem"));
            assertRefused("ca/key.pem: no such file", "name another directory");
        }

        @Test
        void theAuthorityOfAnotherLab() {
            write(fe1);
            LabName fabrikam = new LabName("fabrikam", "fabrikam.lab");
            assertThatThrownBy(() -> folders().write(fabrikam, KeyKind.EC_P256, List.of(edge1)))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("contoso lab CA")
                    .hasMessageContaining("another lab");
            assertThat(directory().resolve("edge1")).doesNotExist();
        }

        @Test
        void anExpiredAuthority() {
            write(fe1);
            Clock later = Clock.offset(clock, Duration.ofDays(3651));
            Instant end = identity("ca").certificate().getNotAfter().toInstant();
            assertThatThrownBy(() -> foldersAt(later).write(CONTOSO, KeyKind.EC_P256, List.of(fe1)))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("expired at " + end);
        }

        @Test
        void aFileInTheDirectorysPlace() throws IOException {
            Files.writeString(directory(), "");
            assertRefused("it is a file");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ca", "CA", "..", ".hidden", "a/b", "a\\b", "", "-rf"})
        void aHostThatCannotHaveAFolder(String name) {
            assertThatThrownBy(() -> new FolderHost(name, List.of("x.contoso.lab"), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "'");
        }

        @Test
        void twoHostsInOneFolder() {
            FolderHost upper = new FolderHost("FE1", List.of("x.contoso.lab"), List.of());
            assertThatThrownBy(() -> write(fe1, upper)).hasMessageContaining("two hosts are called FE1");
            assertThat(directory()).doesNotExist();
        }

        private void assertRefused(String... words) {
            assertThatThrownBy(() -> write(fe1))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining(directory().toString())
                    .hasMessageContainingAll(words);
        }
    }
}
