package dev.sallyport.protocol.xmpp;

/**
 * An expanded name (Namespaces in XML 1.0 §2.1).
 *
 * @param namespace empty where there is none, as for most attributes
 * @param local without a prefix
 */
public record XmlName(String namespace, String local) {

    /** Returns the name of an attribute without a namespace. */
    static XmlName plain(String local) {
        return new XmlName("", local);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? local : "{" + namespace + "}" + local;
    }
}
