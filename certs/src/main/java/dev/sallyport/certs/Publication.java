package dev.sallyport.certs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where an authority publishes its certificate and its revocation list, as certificates it issued say (RFC 5280 §4.2.1.13,
 * §4.2.2.1): in the directory of the domain, where an enterprise authority of Windows does so by itself, and on a web
 * server for everybody else.
 *
 * @param lab whose authority it is
 * @param authority its common name
 * @param file what its files are called, {@code contoso}
 */
record Publication(LabName lab, String authority, String file) {

    List<String> revocationLists() {
        return List.of(
                directory("CN=" + escaped(authority) + ",CN=crl,CN=CDP")
                        + "?certificateRevocationList?base?objectClass=cRLDistributionPoint",
                web(".crl"));
    }

    List<String> certificates() {
        return List.of(
                directory("CN=" + escaped(authority) + ",CN=AIA")
                        + "?cACertificate?base?objectClass=certificationAuthority",
                web(".crt"));
    }

    /** Returns where the status of one certificate is to be asked (RFC 6960). */
    String status() {
        return "http://ocsp." + lab.domain() + "/ocsp";
    }

    /** Returns where the authority's practice statement is to be read. */
    String practiceStatement() {
        return "http://crl." + lab.domain() + "/cps.html";
    }

    private String web(String ending) {
        return "http://crl." + lab.domain() + "/" + escaped(file) + ending;
    }

    /** An entry of the configuration partition, which is where Windows keeps what concerns a whole forest. */
    private String directory(String entry) {
        String partition = Arrays.stream(lab.domain().split("\\."))
                .map(label -> ",DC=" + label)
                .collect(Collectors.joining());
        return "ldap:///" + entry + ",CN=Public%20Key%20Services,CN=Services,CN=Configuration" + partition;
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace(" ", "%20");
    }
}
