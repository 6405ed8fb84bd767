package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Octets;
import java.util.Base64;

/**
 * An empty revocation list (RFC 5280 §5.1), the same for every lab: of an issuer "Sallyport stand-in CA", whose key was
 * thrown away, valid to the end of 2049. It shows that a list passes; it revokes nothing and proves nothing about the
 * lab's own CA.
 */
final class RevocationListBytes {

    /** Its media type (RFC 5280 §4.2.1.13). */
    static final String TYPE = "application/pkix-crl";

    private static final String BASE_64 =
            "MIHaMIGAAgEBMAoGCCqGSM49BAMCMCAxHjAcBgNVBAMMFVNhbGx5cG9ydCBzdGFuZC1pbiBDQRcNMjYwMTAxMDAwMD"
                    + "AwWhcNNDkxMjMxMjM1OTU5WqAvMC0wHwYDVR0jBBgwFoAUD1C7p4N3Tqav8w11sxFqjL+U2lAwCgYDVR0UBAMCAQEw"
                    + "CgYIKoZIzj0EAwIDSQAwRgIhAOF58xB3lAFvZNmf/pyXE3LKk33ligT0kTKYWQUqGqyLAiEAqtyn+ABouA/9xW5o45"
                    + "wvcBoOENDkaS6c1OhZqG4T27E=";

    private RevocationListBytes() {}

    /** Returns the list in DER. */
    static Octets der() {
        return Octets.of(Base64.getDecoder().decode(BASE_64));
    }
}
