package dev.sallyport.identity;

import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One {@code BEGIN … END} block of a PEM text (RFC 7468 §2): its label and its bytes. Text around blocks is skipped. */
record PemBlock(String label, byte[] content) {
    static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Base64.Encoder LINES_OF_64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static PemBlock of(PrivateKey key) {
        return new PemBlock(PRIVATE_KEY, key.getEncoded());
    }

    static PemBlock of(X509Certificate certificate) {
        try {
            return new PemBlock(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding: " + certificate, e);
        }
    }

    static String text(List<X509Certificate> certificates) {
        return certificates.stream().map(PemBlock::of).map(PemBlock::text).collect(Collectors.joining());
    }

    String text() {
        return "-----BEGIN " + label + "-----\n" + LINES_OF_64.encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    /** Returns every block of a text; the name of its file is for messages. */
    static List<PemBlock> all(String file, String text) {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new PemBlock(found.group(1), bytes(file, found.group(1), found.group(2))))
                .toList();
    }

    static List<X509Certificate> certificates(String file, String text) {
        List<PemBlock> blocks = all(file, text);
        List<X509Certificate> certificates = blocks.stream()
                .filter(block -> block.label.equals(CERTIFICATE))
                .map(block -> block.certificate(file))
                .toList();
        if (certificates.isEmpty()) {
            throw new IdentityException(file + " holds " + labels(blocks) + " where a CERTIFICATE in PEM is needed");
        }
        return certificates;
    }

    static String labels(List<PemBlock> blocks) {
        return blocks.isEmpty()
                ? "no PEM block"
                : blocks.stream().map(PemBlock::label).distinct().collect(Collectors.joining(", "));
    }

    private X509Certificate certificate(String file) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new IdentityException(file + " holds a CERTIFICATE that cannot be read; issue it anew", e);
        }
    }

    private static byte[] bytes(String file, String label, String body) {
        Matcher header = Pattern.compile("(?m)^[A-Za-z-]+:.*$").matcher(body); // RFC 1421: DEK-Info and the like
        try {
            return Base64.getDecoder().decode(header.replaceAll("").replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IdentityException(file + " holds a " + label + " that is not base64; copy it again", e);
        }
    }
}
