package dev.sallyport.protocol.sip;

/** Text inside a document of ours. */
final class XmlText {

    private XmlText() {}

    /** Returns the text as it may stand in an element or a quoted attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
