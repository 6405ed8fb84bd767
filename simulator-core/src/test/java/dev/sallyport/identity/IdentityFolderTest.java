package dev.sallyport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFolderTest {
    @TempDir
    Path temporary;

    private final Identity host = IdentityVectors.host().identity();
    private final Instant now = host.certificate().getNotBefore().toInstant().plusSeconds(60);

    private IdentityFolder folder() {
        return new IdentityFolder(temporary.resolve("labs/fe1"));
    }

    private Path file(String name) {
        return folder().path().resolve(name);
    }

    @Nested
    class Writing {
        @Test
        void whatIsWrittenIsReadAgain() {
            folder().write(host);
            assertThat(folder().read("fe1.contoso.lab", now)).isEqualTo(host);
        }

        @Test
        void anIdentityIsReplacedWithoutLeavings() throws IOException {
            folder().write(host);
            Files.writeString(file("key.pem.new"), "left by a process that was killed");
            Identity other = IdentityVectors.hostWithCommonNameOnly().identity();
            folder().write(other);
            assertThat(folder().read(now)).isEqualTo(other);
            try (Stream<Path> files = Files.list(folder().path())) {
                assertThat(files).containsExactlyInAnyOrder(file("key.pem"), file("cert.pem"), file("ca.pem"));
            }
        }

        @Test
        @DisabledOnOs(OS.WINDOWS)
        void theKeyIsItsOwnersAlone() throws IOException {
            folder().write(host);
            assertThat(permissions("key.pem")).isEqualTo("rw-------");
        }

        @Test
        @DisabledOnOs(OS.WINDOWS)
        void theKeyIsItsOwnersAloneEvenWhereEverybodyCouldReadTheOldOne() throws IOException {
            folder().write(host);
            Files.setPosixFilePermissions(file("key.pem"), PosixFilePermissions.fromString("rw-rw-rw-"));
            folder().write(host);
            assertThat(permissions("key.pem")).isEqualTo("rw-------");
        }

        @Test
        void aFileInTheFoldersPlaceIsNamed() throws IOException {
            Files.writeString(temporary.resolve("labs"), "a file");
            assertThatThrownBy(() -> folder().write(host))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(folder().path().toString());
        }

        private String permissions(String name) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
        }
    }

    @Nested
    class Refusal {
        @Test
        void aMissingFolder() {
            assertThatThrownBy(() -> folder().read(now))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("no certificate folder " + folder().path());
        }

        @ParameterizedTest
        @ValueSource(strings = {"key.pem", "cert.pem", "ca.pem"})
        void aMissingFile(String name) throws IOException {
            folder().write(host);
            Files.delete(file(name));
            assertThatThrownBy(() -> folder().read(now))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("could not read " + file(name) + ": no such file");
        }

        @Test
        void aKeyThatIsNotText() throws IOException {
            folder().write(host);
            Files.write(file("key.pem"), new byte[] {(byte) 0xff, 0, (byte) 0xc3});
            assertThatThrownBy(() -> folder().read(now))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("cannot use certificate folder " + folder().path())
                    .hasMessageContaining("key.pem holds no PEM block");
        }

        @Test
        void anotherHostsCertificate() {
            folder().write(host);
            assertThatThrownBy(() -> folder().read("fe2.contoso.lab", now))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining(folder().path().toString())
                    .hasMessageContaining("does not name fe2.contoso.lab");
        }

        @Test
        void anExpiredCertificate() {
            folder().write(host);
            assertThatThrownBy(() -> folder().read(now.plus(Duration.ofDays(36500))))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining(folder().path().toString())
                    .hasMessageContaining("expired at");
        }
    }
}
