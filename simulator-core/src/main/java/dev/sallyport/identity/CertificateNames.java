package dev.sallyport.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * The names and addresses that a certificate speaks for (RFC 6125 §6.4): its subject alternative names of the types
 * dNSName and iPAddress, or, where it has neither, its common name.
 * @param values names and addresses in canonical form
 */
public record CertificateNames(Set<String> values) {
    private static final int DNS_NAME = 2; // RFC 5280 §4.2.1.6
    private static final int IP_ADDRESS = 7;

    /** Reads the names of a certificate. */
    public static CertificateNames of(X509Certificate certificate) {
        Set<String> names = alternativeNames(certificate);
        return new CertificateNames(names.isEmpty() ? commonNames(certificate) : names);
    }

    /** Tells whether a host name or address is among them, exactly; wildcards match nothing. */
    public boolean include(String host) {
        return values.contains(canonical(host));
    }

    private static Set<String> alternativeNames(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return canonical(
                    names == null
                            ? List.of()
                            : names.stream()
                                    .filter(name -> name.get(0).equals(DNS_NAME)
                                            || name.get(0).equals(IP_ADDRESS))
                                    .map(name -> (String) name.get(1))
                                    .toList());
        } catch (CertificateParsingException e) {
            throw new IdentityException("the certificate's subject alternative names cannot be read", e);
        }
    }

    private static Set<String> commonNames(X509Certificate certificate) {
        try {
            LdapName subject =
                    new LdapName(certificate.getSubjectX500Principal().getName());
            return canonical(subject.getRdns().stream()
                    .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                    .map(rdn -> rdn.getValue().toString())
                    .toList());
        } catch (InvalidNameException e) {
            throw new IdentityException("the certificate's subject cannot be read", e);
        }
    }

    private static Set<String> canonical(List<String> names) {
        return names.stream().map(CertificateNames::canonical).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String canonical(String name) {
        return name.indexOf(':') >= 0
                ? address(name)
                : name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    /** Brings the spellings of one IPv6 address together; a name with a colon is never looked up in DNS. */
    private static String address(String text) {
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return values.isEmpty() ? "no host" : String.join(", ", values);
    }
}
